import { describe, expect, test } from "vitest";
import { fileNameOf } from "../../templates/runtime/download.js";

/** A field value as it is on the wire: UTF-8, of which `fetch` makes a character a byte. */
function disposed(value: string): Response {
  const bytes = Buffer.from(value, "utf8").toString("latin1");
  return new Response(null, { headers: { "content-disposition": bytes } });
}

describe("the name of a download", () => {
  test.each([
    ['attachment; filename="foo.html"', "foo.html"],
    ["attachment; filename=foo.html", "foo.html"],
    ['attachment;filename = "foo.html" ; size=3', "foo.html"],
    ['ATTACHMENT; FILENAME="Foo.html"', "Foo.html"],
    ['inline; filename="foo.html"', "foo.html"],
    ['attachment; filename="f\\oo.html"', "foo.html"],
    [
      'attachment; filename="\\"quoting\\" tested.html"',
      '"quoting" tested.html',
    ],
    ['attachment; filename="a; b=c.html"', "a; b=c.html"],
    [`attachment; foo="\\"\\\\"; filename="foo.html"`, "foo.html"],
    [`attachment; foo="filename=bar.html"; filename="foo.html"`, "foo.html"],
    ['attachment; xfilename="foo.html"', undefined],
    ['attachment; filename="foo-%41.html"', "foo-%41.html"],
    ["attachment; filename*=iso-8859-1''foo-%E4.html", "foo-ä.html"],
    ["attachment; filename*=UTF-8''foo-%c3%a4-%e2%82%ac.html", "foo-ä-€.html"],
    ["attachment; filename*=UTF-8'de'foo-%c3%a4.html", "foo-ä.html"],
    [
      `attachment; filename="foo.html"; filename*=UTF-8''%E2%82%AC.html`,
      "€.html",
    ],
    [
      `attachment; filename*=UTF-8''%E2%82%AC.html; filename="foo.html"`,
      "€.html",
    ],
    // What is broken in `filename*` gives way to `filename`.
    [`attachment; filename="foo.html"; filename*=UTF-8''%E2%82`, "foo.html"],
    [`attachment; filename="foo.html"; filename*=UTF-8''a%2`, "foo.html"],
    [`attachment; filename="foo.html"; filename*=utf-16''a`, "foo.html"],
    [`attachment; filename="foo.html"; filename*="UTF-8''a%20b"`, "a b"],
    ['attachment; filename="naïve €.html"', "naïve €.html"],
    ["attachment", undefined],
    ["", undefined],
    ['attachment; filename=""', undefined],
    // Nothing leads out of the folder that it is saved in.
    ['attachment; filename="/etc/passwd"', "passwd"],
    ['attachment; filename="..\\\\..\\\\boot.ini"', "boot.ini"],
    ["attachment; filename*=UTF-8''..%2F..%2Fa%5Cb.txt", "b.txt"],
    ['attachment; filename="C:evil.txt"', "evil.txt"],
    ['attachment; filename=".."', undefined],
    ['attachment; filename="a/.."', undefined],
    ["attachment; filename*=UTF-8''a%00b%0A.txt", "ab.txt"],
    ["attachment; filename*=UTF-8''a%E2%80%AEtxt.exe", "atxt.exe"],
    ['attachment; filename="12:30 report.pdf"', "12:30 report.pdf"],
  ])("%s", (value, name) => {
    expect(fileNameOf(disposed(value))).toBe(name);
  });

  test("Latin-1, as RFC 6266 reads a quoted string", () => {
    const headers = {
      "content-disposition": 'attachment; filename="na\xefve"',
    };
    expect(fileNameOf(new Response(null, { headers }))).toBe("naïve");
  });

  test("there is no field", () => {
    expect(fileNameOf(new Response())).toBeUndefined();
  });
});
