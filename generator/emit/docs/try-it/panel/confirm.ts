import { button, element, freshId } from "./dom.js";

/** Asks whether a request may go out that may change something. */
export function isConfirmed(method: string, base: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const send = button(`Send ${method}`, () => {
      box.close("send");
    });
    const cancel = button("Cancel", () => {
      box.close();
    });
    const text = element(
      "p",
      { id: freshId() },
      `${method} may change data on ${base.host || "the server"}. Send it?`,
    );
    const box = element(
      "dialog",
      { class: "try-it-confirm", "aria-labelledby": text.id },
      text,
      element("div", { class: "buttons" }, cancel, send),
    );
    box.addEventListener("close", () => {
      box.remove();
      resolve(box.returnValue === "send");
    });
    document.body.append(box);
    box.showModal();
  });
}
