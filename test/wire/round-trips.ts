import fc from "fast-check";
import qs from "qs";
import { parseMultipart } from "./parse-multipart.js";
import type { ReceivedRequest } from "./play-server.js";

/**
 * Sends values of an operation, and compares them with what another parser makes of the requests.
 * @param from the document that has the operation: `roundTripDocument` if absent, else `nestedDocument`
 */
export type CheckTrip<R> = <T>(
  id: string,
  values: fc.Arbitrary<T>,
  input: (value: T) => object,
  parse: (request: ReceivedRequest) => unknown,
  from?: "nested",
) => R;

/** Any text that has a UTF-8 form. */
const anyText = fc
  .string({ unit: "grapheme" })
  .filter((value) => !/\p{Cs}/u.test(value));
const someText = anyText.filter((value) => value !== "");
const lists = fc.array(someText, { minLength: 1, maxLength: 5 });
/** An empty map is not sent at all. */
const maps = fc.dictionary(someText, anyText, {
  minKeys: 1,
  maxKeys: 5,
  noNullPrototype: true,
});
const withoutDelimiter = (delimiter: string) =>
  fc.array(
    someText.filter((value) => !value.includes(delimiter)),
    { minLength: 1, maxLength: 5 },
  );

/** JSON has no negative zero: it is sent as 0. */
const json = fc
  .jsonValue()
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown);

const inQuery = (v: unknown): object => ({ query: { v } });
const inPath = (v: unknown): object => ({ path: { v } });
const inBody = (value: unknown): object => ({ body: value });
const searchOf = ({ url }: ReceivedRequest): string =>
  url.slice(url.indexOf("?") + 1);
const pathOf = ({ url }: ReceivedRequest): string =>
  new URL(url, "http://a.example").pathname;

/** Every round trip by its name: values of each style, and a parser that we did not write. */
export function roundTrips<R>(
  roundTrip: CheckTrip<R>,
): ReadonlyMap<string, () => R> {
  const trips = new Map<string, () => R>();
  let heading = "";
  const group = (name: string, add: () => void): void => {
    heading = name;
    add();
  };
  const trip = (name: string, check: () => R): void => {
    trips.set(`${heading}: ${name}`, check);
  };

  group("query", () => {
    trip("form, by URLSearchParams", () =>
      roundTrip("formText", anyText, inQuery, (request) =>
        new URLSearchParams(searchOf(request)).get("v"),
      ),
    );
    trip("form, a list, by URLSearchParams", () =>
      roundTrip("formList", lists, inQuery, (request) =>
        new URLSearchParams(searchOf(request)).getAll("v"),
      ),
    );
    trip("form, an object, by URLSearchParams", () =>
      roundTrip("formMap", maps, inQuery, (request) =>
        Object.fromEntries(new URLSearchParams(searchOf(request))),
      ),
    );
    trip("a list with commas, by qs", () =>
      roundTrip(
        "commaList",
        fc.array(someText, { minLength: 2, maxLength: 5 }),
        inQuery,
        (request) => qs.parse(searchOf(request), { comma: true })["v"],
      ),
    );
    trip("a list with spaces, by URLSearchParams", () =>
      roundTrip("spaceList", withoutDelimiter(" "), inQuery, (request) =>
        new URLSearchParams(searchOf(request)).get("v")?.split(" "),
      ),
    );
    trip("a list with pipes, by URLSearchParams", () =>
      roundTrip("pipeList", withoutDelimiter("|"), inQuery, (request) =>
        new URLSearchParams(searchOf(request)).get("v")?.split("|"),
      ),
    );
    trip("deepObject, by qs", () => {
      // qs takes digits for the indices of a list, and drops `__proto__`.
      const keys = someText.filter(
        (key) => !/[[\]]|^\d+$|^__proto__$/.test(key),
      );
      const values = fc.dictionary(keys, anyText, {
        minKeys: 1,
        maxKeys: 5,
        noNullPrototype: true,
      });
      return roundTrip(
        "deep",
        values,
        inQuery,
        (request) =>
          qs.parse(searchOf(request), {
            plainObjects: true,
            allowPrototypes: true,
          })["v"],
      );
    });
    trip("JSON", () =>
      roundTrip(
        "json",
        json,
        inQuery,
        (request) =>
          JSON.parse(
            new URLSearchParams(searchOf(request)).get("v") ?? "",
          ) as unknown,
      ),
    );
  });

  group("path", () => {
    const segments = someText.filter(
      (value) => value !== "." && value !== "..",
    );
    trip("simple, by URL", () =>
      roundTrip("simpleText", segments, inPath, (request) =>
        decodeURIComponent(
          /^\/simple\/([^/]*)\/end$/.exec(pathOf(request))?.[1] ?? "",
        ),
      ),
    );
    trip("simple, a list, by URL", () =>
      roundTrip(
        "simpleList",
        fc.array(someText, { minLength: 2, maxLength: 5 }),
        inPath,
        (request) =>
          pathOf(request)
            .slice("/simple-list/".length)
            .split(",")
            .map(decodeURIComponent),
      ),
    );
    trip("label, by URL", () =>
      roundTrip("labelText", segments, inPath, (request) =>
        decodeURIComponent(pathOf(request).slice("/label/.".length)),
      ),
    );
    trip("matrix, an object, by URL", () =>
      roundTrip("matrixMap", maps, inPath, (request) =>
        Object.fromEntries(
          pathOf(request)
            .slice("/matrix;".length)
            .split(";")
            .map((pair) => {
              const [key = "", value = ""] = pair
                .split("=")
                .map(decodeURIComponent);
              return [key, value];
            }),
        ),
      ),
    );
  });

  group("headers and cookies", () => {
    const visible = fc
      .string({
        unit: fc.constantFrom(..."abcXYZ019 !\"#$%&'()*+,-./:;<=>?@[]^_`{|}~"),
      })
      .map((value) => value.trim());
    trip("a header", () =>
      roundTrip(
        "header",
        visible,
        (v) => ({ header: { "X-V": v } }),
        ({ headers }) => headers["x-v"],
      ),
    );
    trip("a cookie", () =>
      roundTrip(
        "cookie",
        anyText,
        (v) => ({ cookie: { v } }),
        ({ headers }) => decodeURIComponent((headers.cookie ?? "").slice(2)),
      ),
    );
  });

  group("bodies", () => {
    const textOf = ({ body: bytes }: ReceivedRequest): string =>
      bytes.toString("utf8");
    trip("a form, by URLSearchParams", () =>
      roundTrip("urlencoded", maps, inBody, (request) =>
        Object.fromEntries(new URLSearchParams(textOf(request))),
      ),
    );
    trip("a form, by Response.formData", () =>
      roundTrip("urlencoded", maps, inBody, async (request) => {
        const response = new Response(new Uint8Array(request.body), {
          headers: { "content-type": request.headers["content-type"] ?? "" },
        });
        return Object.fromEntries(await response.formData());
      }),
    );
    trip("a form of lists, by qs", () => {
      const keys = fc.stringMatching(/^[a-z]{1,8}$/);
      const values = fc.dictionary(
        keys,
        fc.array(someText, { minLength: 2, maxLength: 4 }),
        { minKeys: 1, maxKeys: 4, noNullPrototype: true },
      );
      return roundTrip("urlencodedList", values, inBody, (request) =>
        qs.parse(textOf(request), {
          plainObjects: true,
          allowPrototypes: true,
          arrayLimit: 10,
        }),
      );
    });
    trip("multipart, by busboy", () => {
      const keys = someText.filter((key) => !/["\r\n\\%]/.test(key));
      const values = fc.dictionary(keys, anyText, {
        minKeys: 1,
        maxKeys: 5,
        noNullPrototype: true,
      });
      return roundTrip("multipart", values, inBody, async (request) =>
        Object.fromEntries((await parseMultipart(request)).fields),
      );
    });
    trip("multipart, by Response.formData", () => {
      const values = fc.dictionary(
        fc.stringMatching(/^[a-zé ]{1,8}$/),
        anyText,
        {
          minKeys: 1,
          maxKeys: 5,
          noNullPrototype: true,
        },
      );
      return roundTrip("multipart", values, inBody, async (request) => {
        const response = new Response(new Uint8Array(request.body), {
          headers: { "content-type": request.headers["content-type"] ?? "" },
        });
        return Object.fromEntries(await response.formData());
      });
    });
    trip("JSON", () =>
      roundTrip(
        "jsonBody",
        json,
        inBody,
        (request) => JSON.parse(textOf(request)) as unknown,
      ),
    );
    trip("NDJSON", () =>
      roundTrip("lines", fc.array(json), inBody, (request) =>
        textOf(request)
          .split("\n")
          .slice(0, -1)
          .map((line) => JSON.parse(line) as unknown),
      ),
    );
  });

  group("nested objects in brackets", () => {
    const key = fc.stringMatching(/^[a-z ]{1,6}$/);
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        someText,
        fc.array(tie("tree"), { minLength: 1, maxLength: 3 }),
        fc.dictionary(key, tie("tree"), {
          minKeys: 1,
          maxKeys: 3,
          noNullPrototype: true,
        }),
      ),
    }));
    const trees = fc.dictionary(key, tree, {
      minKeys: 1,
      maxKeys: 3,
      noNullPrototype: true,
    });
    const parse = (encoded: string): unknown =>
      qs.parse(encoded, {
        plainObjects: true,
        allowPrototypes: true,
        depth: 20,
        arrayLimit: 100,
        parameterLimit: 10_000,
      })["v"];
    trip("in a query, by qs", () =>
      roundTrip(
        "nested",
        trees,
        inQuery,
        (request) => parse(searchOf(request)),
        "nested",
      ),
    );
    trip("in a form, by qs", () =>
      roundTrip(
        "nestedBody",
        trees,
        (v) => ({ body: { v } }),
        (request) => parse(request.body.toString("utf8")),
        "nested",
      ),
    );
  });
  return trips;
}
