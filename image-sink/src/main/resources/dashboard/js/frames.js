// A trial's pictures, large and small. What is not there says why.
import { html, nothing } from "./lit.js";
import { to } from "./router.js";
import { doubtsInShort } from "./doubts.js";
import { runWords, score, trialNumber, trialState, trialType } from "./words.js";

/** What was shown: the picture, else the word for it. */
export const seen = (trial) => trial.stimulus
  ? html`<div class="frame"><img src=${trial.stimulus} alt="Seen: ${trialType(trial)}" loading="lazy"></div>`
  : html`<div class="frame word"><span>${trialType(trial)}</span><small>its picture was not sent</small></div>`;

/** One sample: the picture, else how far it is, else why there is none. */
export function decoded(trial, sample = 0) {
  const src = trial.samples[sample];
  if (src) return html`<div class="frame"><img src=${src} alt=${sampleWords(trial, sample)} loading="lazy"></div>`;
  if (trial.state === "failed") {
    return html`<div class="frame word failed"><span>✕ Not decoded</span><small>${trial.failure?.code ?? ""}</small></div>`;
  }
  if (trial.preview && sample === trial.samples.indexOf(null)) return coming(trial);
  return html`<div class="frame word waiting"><span aria-hidden="true" class="pulse"></span><small>${trialState[trial.state]}</small></div>`;
}

function sampleWords(trial, sample) {
  const which = trial.samples.length > 1 ? `, sample ${sample + 1} of ${trial.samples.length}` : "";
  return `Decoded${which}: ${trialType(trial)}`;
}

const coming = (trial) => html`<div class="frame coming">
  <img src=${trial.preview} alt="Being decoded: ${trialType(trial)}" loading="lazy">
  <progress max=${trial.previewSteps} .value=${trial.previewStep} aria-label="Steps of the sampler"></progress>
</div>`;

/** All samples, in as square an arrangement as they allow. */
export const samples = (trial) => html`<div class="samples n${Math.min(3, Math.ceil(Math.sqrt(trial.samples.length)))}">
  ${trial.samples.map((_, sample) => decoded(trial, sample))}</div>`;

/** The trial's number, large, from 1 as people count. */
export const count = (trial, all) => html`<p class="count"><span>Trial</span> <b>${trialNumber(trial)}</b>
  ${all ? html`<span>of ${all}</span>` : nothing}</p>`;

/** A trial in a list: what was seen beside the first sample, with its number first. */
export const card = (trial, { ofRun = false } = {}) => html`<a class="card" href=${to("trial", trial.runId, trial.trialIndex)}>
  <span class="two">${seen(trial)}${decoded(trial)}</span>
  <span class="name"><b>${trialNumber(trial)}</b> ${trialType(trial)}
    ${trial.samples.length > 1 ? html`<small>${trial.samples.length} samples</small>` : nothing}</span>
  ${ofRun ? html`<span class="of-run">${runWords(trial.runId)}</span>` : nothing}
  ${flags(trial)}
</a>`;

function flags(trial) {
  if (trial.state === "failed") return html`<span class="note bad">✕ ${trial.failure?.code ?? "failed"}</span>`;
  if (trial.quality.length) return doubtsInShort(trial);
  if (trial.state !== "decoded") return html`<span class="note">${trialState[trial.state]}</span>`;
  return trial.similarity ? html`<span class="note">correlation ${score(trial.similarity.pixelCorrelation)}</span>` : nothing;
}
