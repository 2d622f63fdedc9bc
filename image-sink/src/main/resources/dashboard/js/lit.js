// The one place that names the template library: https://lit.dev, from its webjar.
import { html } from "../vendor/lit-html/lit-html.js";
import { live } from "../vendor/lit-html/directives/live.js";

export { html, live };
export { svg, nothing, render } from "../vendor/lit-html/lit-html.js";
export { repeat } from "../vendor/lit-html/directives/repeat.js";
export { guard } from "../vendor/lit-html/directives/guard.js";

/** An option that knows whether it is chosen: the value of a select cannot be set before its options are there. */
export const option = (value, words, chosen) => html`<option value=${value} .selected=${live(value === chosen)}>${words}</option>`;
