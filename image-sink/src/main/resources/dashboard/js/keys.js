// Single keys, which WCAG asks to be able to turn off; and the dialog that lists them.
import { html, live, nothing } from "./lit.js";
import { redraw } from "./draw.js";
import { closeOn, opened } from "./dialogs.js";
import { go } from "./router.js";
import { switchTheme } from "./theme.js";

const COMMON = {
  l: ["Live", () => go("live")],
  o: ["Operator", () => go("operator")],
  h: ["History", () => go("history")],
  c: ["Compare", () => go("compare")],
  t: ["Dark or light", switchTheme],
  "/": ["Search", search],
  "?": ["This list", () => (showing = true)],
};
let showing = false;

const areOn = () => localStorage.getItem("keys") !== "off";

function search() {
  const field = document.querySelector("input[type=search]");
  if (field) field.focus();
  else go("history");
}

/** Takes keys for the common commands and for those of the view: { key: [words, command] }. */
export function listen(keysOfView) {
  document.addEventListener("keydown", (event) => {
    const busy = event.target.closest?.("input, select, textarea, dialog");
    if (busy || event.ctrlKey || event.metaKey || event.altKey) return;
    const [, command] = keysOfView()[event.key] ?? COMMON[event.key] ?? [];
    if (!command || (event.key.length === 1 && !areOn())) return;
    event.preventDefault();
    command();
    redraw();
  });
}

export const showShortcuts = () => {
  showing = true;
  redraw();
};

const close = () => {
  showing = false;
  redraw();
};

const KEY = { ArrowLeft: "←", ArrowRight: "→", " ": "Space" };

export const shortcuts = (keysOfView) => !showing ? nothing : html`
  <dialog ${opened()} class="shortcuts" aria-labelledby="shortcuts-title" @close=${close} @click=${closeOn}>
    <h2 id="shortcuts-title">Keyboard</h2>
    <dl>${Object.entries({ ...keysOfView, ...COMMON }).map(([key, [words]]) =>
      html`<div><dt><kbd>${KEY[key] ?? key}</kbd></dt><dd>${words}</dd></div>`)}</dl>
    <label class="check"><input type="checkbox" .checked=${live(areOn())}
      @change=${(event) => localStorage.setItem("keys", event.target.checked ? "on" : "off")}> Shortcuts of a single key</label>
    <form method="dialog"><button class="button">Close</button></form>
  </dialog>`;
