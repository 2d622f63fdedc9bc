// Dark or light: what the system prefers, until someone chooses.
import { redraw } from "./draw.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const watchers = new Set();

export const theme = () => localStorage.getItem("theme") ?? (dark.matches ? "dark" : "light");

export function switchTheme() {
  localStorage.setItem("theme", theme() === "dark" ? "light" : "dark");
  show();
}

/** Calls back when the colours changed, for what is drawn in a canvas. */
export function onTheme(watcher) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function show() {
  document.documentElement.dataset.theme = theme();
  for (const watcher of watchers) watcher();
  redraw();
}

dark.addEventListener("change", show);
show();
