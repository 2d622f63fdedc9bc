// The one place that names the template library: https://lit.dev, from its webjar.
export { html, svg, nothing, render } from "../vendor/lit-html/lit-html.js";
export { repeat } from "../vendor/lit-html/directives/repeat.js";
export { guard } from "../vendor/lit-html/directives/guard.js";
export { live } from "../vendor/lit-html/directives/live.js";
