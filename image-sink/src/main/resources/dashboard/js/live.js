// The visitor's view: the newest trial, as large as the screen allows, with the run it belongs to.
import { html, nothing } from "./lit.js";
import { allTrials } from "./api.js";
import { redraw } from "./draw.js";
import { doubts } from "./doubts.js";
import { filmstrip, reveal } from "./filmstrip.js";
import { count, samples, seen } from "./frames.js";
import { charts, displacement, followQuality } from "./quality.js";
import { empty, modelChip, runTitle } from "./runs.js";
import { keepTrial, qualityOf, shownRun, state, trialsOf } from "./store.js";
import { tape } from "./tape.js";
import { averaged, duration, many, revisionWords, trialType } from "./words.js";

const quality = charts(120);
let loaded = "";
let chosen = null; // an index that someone chose; null follows the newest

/** The newest trial that has something to show; else the newest. */
const newest = (trials) => trials.findLast((trial) => trial.state !== "waiting") ?? trials.at(-1);

const shown = (trials) => trials.find((trial) => trial.trialIndex === chosen) ?? newest(trials);

/** The stream brings the newest trials only; the rest of the run is fetched once. */
function load(run) {
  const wanted = `${run.runId} ${run.startedAt} ${state.epochs}`;
  if (loaded === wanted) return;
  loaded = wanted;
  chosen = null;
  allTrials(run.runId, (trials) => {
    const known = trialsOf(run.runId);
    trials.filter((trial) => !known.some((other) => other.key === trial.key)).forEach(keepTrial);
    redraw();
  }).catch(() => (loaded = ""));
}

function step(by) {
  const trials = trialsOf(shownRun()?.runId ?? "");
  const at = trials.indexOf(shown(trials)) + by;
  if (at < 0 || at >= trials.length) return;
  chosen = at === trials.length - 1 ? null : trials[at].trialIndex;
}

const choose = (trial) => {
  chosen = trial.trialIndex;
  redraw();
};

const follow = () => {
  chosen = null;
  redraw();
};

function stage(run, trial) {
  return html`<div class="stage">
    <figure class="seen"><figcaption><h2>Seen</h2><span>${trialType(trial)}</span></figcaption>${seen(trial)}</figure>
    <figure class="decoded"><figcaption><h2>Decoded</h2><span>${progress(trial)}</span></figcaption>${samples(trial)}</figure>
    <section class="rail" aria-label="This trial">
      ${count(trial, run.expectedTrials)}
      ${chosen === null ? nothing : html`<button class="button" @click=${follow}>Back to the newest</button>`}
      <dl class="facts">
        <div><dt>Onset</dt><dd>${trial.onsetSeconds.toFixed(1)} s</dd></div>
        <div><dt>Volumes averaged</dt><dd>${averaged(trial)}</dd></div>
        <div><dt>From last volume to picture</dt><dd>${duration(trial.totalMillis)}</dd></div>
        ${stillness(run)}
      </dl>
      ${trial.failure ? html`<p class="note bad">✕ ${trial.failure.message}</p>` : nothing}
      ${doubts(trial)}
      ${brain(run)}
    </section></div>`;
}

/** Of the newest volume, where the run is realigned. */
function stillness(run) {
  const moved = displacement(qualityOf(run.runId).at(-1));
  return moved === null ? nothing : html`<div><dt>Head moved, newest volume</dt><dd>${moved.toFixed(2)} mm</dd></div>`;
}

function qualities(run) {
  const points = qualityOf(run.runId);
  return points.length ? html`<section class="quality" aria-label="Quality of the data">${quality(points)}</section>` : nothing;
}

function progress(trial) {
  if (trial.state === "failed") return "not decoded";
  if (trial.state === "decoded") {
    return [trial.samples.length > 1 && many(trial.samples.length, "sample"), revisionWords(trial)].filter(Boolean).join(", ");
  }
  return trial.preview ? `step ${trial.previewStep} of ${trial.previewSteps}` : "";
}

const brain = (run) => run.brain
  ? html`<figure class="brain"><img src=${run.brain} alt="A slice of the newest volume">
    <figcaption>Newest volume, ${run.volumes}</figcaption></figure>` : nothing;

const before = (run) => html`<div class="stage before"><div class="frame word"><span>Waiting for the first trial</span>
  <small>${many(run.volumes, "volume")} so far</small></div>${brain(run)}</div>`;

export const live = {
  title: () => "Live",
  hurries: (event) => ["run", "trial"].includes(event),
  keys: { ArrowLeft: ["Earlier trial", () => step(-1)], ArrowRight: ["Later trial", () => step(1)], End: ["Newest trial", follow] },
  template() {
    const run = shownRun();
    if (!run) return empty();
    load(run);
    followQuality(run);
    const trials = trialsOf(run.runId);
    const trial = shown(trials);
    queueMicrotask(() => reveal(trials.indexOf(trial)));
    return html`<section class="live" aria-labelledby="title">
      <div class="run-line">${runTitle(run)}${modelChip(run, trials)}</div>
      ${tape(run)}
      ${trial ? stage(run, trial) : before(run)}
      ${trials.length ? filmstrip(trials, trial, choose) : nothing}
      ${qualities(run)}
    </section>`;
  },
};
