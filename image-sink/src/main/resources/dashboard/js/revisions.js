// All answers to one trial, side by side: each saw more volumes than the one before.
import { html, nothing } from "./lit.js";
import { trialType } from "./words.js";

const picture = (trial, { revision }, src, sample) => html`<div class="frame">${src ? html`<img src=${src}
  alt="Revision ${revision}, sample ${sample + 1}: ${trialType(trial)}">` : html`<small>not there yet</small>`}</div>`;

const known = ({ newestVolume }) => (newestVolume === null ? "" : `knows volumes 0 to ${newestVolume}`);

const answer = (trial, one) => html`<figure>
  <div class="samples ${one.samples.length > 1 ? "n2" : ""}">${one.samples.map((src, sample) => picture(trial, one, src, sample))}</div>
  <figcaption><b>Revision ${one.revision}</b>${one.revision === trial.revision ? ", shown above" : ""}<br>
    <small>${known(one)}</small></figcaption></figure>`;

export const answers = (trial) => (trial.revisions.length > 1 ? html`<h2 class="rule">All answers to this trial</h2>
  <div class="answers">${trial.revisions.map((one) => answer(trial, one))}</div>` : nothing);
