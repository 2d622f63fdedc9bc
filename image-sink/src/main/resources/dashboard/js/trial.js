// One trial with all that is known of it, at an address of its own.
import { html, nothing } from "./lit.js";
import { get } from "./api.js";
import { redraw } from "./draw.js";
import { doubts } from "./doubts.js";
import { count, samples, seen } from "./frames.js";
import { provenance } from "./provenance.js";
import { followQuality } from "./quality.js";
import { answers } from "./revisions.js";
import { go, to } from "./router.js";
import { averaged, duration, revisionWords, runWords, score, trialState, trialType } from "./words.js";

let [run, index] = ["", 0];
let shown = null;
let total = null; // how many trials the run has, for where "next" ends
let letters = [];
let error = "";

async function load() {
  const wanted = `${run}/${index}`;
  const current = () => wanted === `${run}/${index}`;
  try {
    const [one, all, dead] = await Promise.all([get(`runs/${run}/trials/${index}`), get(`runs/${run}`),
      get("dead-letters", { run, trial: index, limit: 10 })]);
    if (!current()) return;
    [shown, total, letters] = [one, all.trials, dead.deadLetters ?? []];
    followQuality(all);
  } catch (failure) {
    if (current()) error = failure.message;
  }
  redraw();
}

const hasNext = () => total === null || index + 1 < total;
const step = (by) => (by < 0 ? index > 0 : hasNext()) && go("trial", run, index + by);
const file = (name) => `api/v1/runs/${run}/trials/${index}/${name}`;
const save = (name, words) => html`<a class="button" href=${file(name)} download="${run}_trial-${index}_${name}">${words}</a>`;

const ways = () => html`<nav class="ways" aria-label="Trials of this run">
  ${index > 0 ? html`<a class="button" rel="prev" href=${to("trial", run, index - 1)}>← Trial ${index}</a>` : nothing}
  ${hasNext() ? html`<a class="button" rel="next" href=${to("trial", run, index + 1)}>Trial ${index + 2} →</a>` : nothing}</nav>`;

const scores = () => !shown.similarity ? nothing : html`
  <div><dt>Pixel correlation with what was seen</dt><dd>${score(shown.similarity.pixelCorrelation)}</dd></div>
  <div><dt>SSIM</dt><dd>${score(shown.similarity.ssim)}</dd></div>`;

const side = () => html`<section class="rail" aria-label="This trial">
  ${count(shown, total)}
  <dl class="facts"><div><dt>State</dt><dd>${trialState[shown.state]}</dd></div>
    <div><dt>Onset</dt><dd>${shown.onsetSeconds.toFixed(1)} s</dd></div>
    <div><dt>Volumes averaged</dt><dd>${averaged(shown)}</dd></div>
    <div><dt>From last volume to picture</dt><dd>${duration(shown.totalMillis)}</dd></div>${scores()}</dl>
  ${doubts(shown)}
  <p class="acts">${shown.samples.map((src, i) => src ? save(`sample-${i}.png`, shown.samples.length > 1 ? `Sample ${i + 1}` : "Picture") : nothing)}
    ${shown.stimulus ? save("stimulus.png", "Seen picture") : nothing}${shown.document ? save("trial.json", "trial.json") : nothing}
    <a class="button" href="api/v1/runs/${run}/contact-sheet.png" download="${run}.png">Contact sheet</a></p></section>`;

const wrong = () => html`${shown.failure ? html`<p class="note bad">✕ ${shown.failure.code}: ${shown.failure.message}</p>` : nothing}
  ${letters.map((letter) => html`<p class="note bad">Dead letter ${letter.id}, ${letter.code}: ${letter.message}</p>`)}`;

const body = () => html`<div class="stage">
    <figure class="seen"><figcaption><h2>Seen</h2><span>${trialType(shown)}</span></figcaption>${seen(shown)}</figure>
    <figure class="decoded"><figcaption><h2>Decoded</h2><span>${[shown.model?.id, revisionWords(shown)].filter(Boolean).join(", ")}</span></figcaption>${samples(shown)}</figure>
    ${side()}</div>${wrong()}${answers(shown)}
  <h2 class="rule">How it was made</h2>
  ${shown.document ? provenance(shown.document) : html`<p class="quiet">Nothing is stored of this trial yet.</p>`}`;

export const trial = {
  title: () => `Trial ${index + 1} · ${runWords(run)}`,
  keys: { ArrowLeft: ["Trial before", () => step(-1)], ArrowRight: ["Trial after", () => step(1)] },
  enter(route) {
    [run, index] = [route.path[0] ?? "", Number(route.path[1] ?? 0)];
    [shown, letters, error] = [null, [], ""];
    load();
  },
  template: () => html`<section class="trial-page" aria-labelledby="title">
    <p class="trail"><a href="#/history">History</a> / <a href=${to("run", run)}>${runWords(run)}</a></p>
    <div class="run-line"><h1 id="title" tabindex="-1">Trial ${index + 1}${shown ? html`, ${trialType(shown)}` : nothing}</h1>${ways()}</div>
    ${shown ? body() : html`<p role="status">${error || "loading"}</p>`}</section>`,
};
