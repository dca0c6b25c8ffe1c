// The sidebar on small screens: a dialog, which the browser keeps the focus in and closes by Esc.
(() => {
  "use strict";

  const { element, themeButton, whenParsed } = docs;

  whenParsed(() => {
    const tools = document.getElementById("docs-tools");
    const side = document.getElementById("docs-side");
    if (tools && side) tools.append(themeButton(), menuButton(side));
  });

  function menuButton(side) {
    const button = element(
      "button",
      { type: "button", class: "tool menu", "aria-haspopup": "dialog" },
      "Menu",
    );
    const close = element("button", { type: "button", class: "tool" }, "Close");
    const dialog = element(
      "dialog",
      { id: "docs-menu", "aria-label": "Pages" },
      close,
    );
    document.body.append(dialog);
    button.addEventListener("click", () => {
      dialog.append(side);
      dialog.showModal();
    });
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      document.getElementById("docs-content")?.before(side);
    });
    dialog.addEventListener("click", (event) => {
      const isOutside = event.target === dialog;
      if (isOutside || event.target.closest("a[href]")) dialog.close();
    });
    // A wide screen has the sidebar itself.
    matchMedia("(min-width: 56.01rem)").addEventListener("change", () => {
      if (dialog.open) dialog.close();
    });
    return button;
  }
})();
