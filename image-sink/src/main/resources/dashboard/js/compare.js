// Two runs side by side, trial by trial: a run and its replay by another model.
import { guard, html, nothing, option, repeat } from "./lit.js";
import { allTrials, get } from "./api.js";
import { redraw } from "./draw.js";
import { decoded, seen } from "./frames.js";
import { replace, to } from "./router.js";
import { runWords, score, trialNumber, trialType } from "./words.js";

const SCORES = [["pixelCorrelation", "Pixel correlation"], ["ssim", "SSIM"]];
const sides = [{ run: "", trials: [] }, { run: "", trials: [] }];
let runs = [];
let error = "";

const tell = (failure) => {
  error = failure.message;
  redraw();
};

function choose(side, run) {
  Object.assign(side, { run, trials: [] });
  if (!run) return;
  allTrials(run, (trials) => {
    if (side.run === run) side.trials = [...side.trials, ...trials];
    redraw();
  }).catch(tell);
}

async function enter({ path }) {
  error = "";
  sides.forEach((side, i) => choose(side, path[i] ?? ""));
  try {
    runs = ((await get("runs", { limit: 200 })).runs ?? []).filter((run) => run.state !== "STARTED");
    if (!sides[0].run && runs[0]) choose(sides[0], runs[0].runId);
    if (!sides[1].run) choose(sides[1], fitting(sides[0].run));
  } catch (failure) {
    tell(failure);
  }
  redraw();
}

/** Another run of the same session. */
const fitting = (run) => (runs.find((one) => one.runId !== run && one.runId.startsWith(run.replace(/run-.*/, ""))) ?? runs[1])?.runId ?? "";

function pick(event) {
  choose(sides[Number(event.target.name)], event.target.value);
  replace("compare", ...sides.map((side) => side.run));
  redraw();
}

const model = (side) => side.trials.findLast((trial) => trial.model)?.model;
const chooser = (side, i) => html`<label>Run ${"AB"[i]}
  <select name=${i} @change=${pick}>${runs.map((run) =>
    option(run.runId, `${runWords(run.runId)}${run.modelId ? ` · ${run.modelId}` : ""}`, side.run))}</select>
  <small>${model(side) ? `model ${model(side).id}, ${model(side).sampler}, ${model(side).steps} steps` : "model not known"}</small></label>`;

function mean(trials, name) {
  const all = trials.map((trial) => trial?.similarity?.[name]).filter((value) => typeof value === "number");
  return all.length ? all.reduce((sum, value) => sum + value, 0) / all.length : null;
}

const bar = (letter, value, best) => html`<div class="score" ?data-best=${best}><b>${letter}</b><span class="bar"><i class="p50"
  .style=${`width:${Math.max(0, 100 * (value ?? 0)).toFixed(1)}%`}></i></span><span>${score(value)}</span></div>`;

const both = ([name, words], of) => html`<div class="scores"><p>${words}</p>${of.map((trials, i) => {
  const values = of.map((one) => mean(one, name));
  return bar("AB"[i], values[i], values[i] !== null && values[i] > (values[1 - i] ?? Infinity));
})}</div>`;

const picture = (trial) => trial.stimulusId ?? trial.trialType;

/** Two runs are compared best where both showed the same; a replay did. */
const otherSeen = (a, b) => a && b && picture(a) !== picture(b)
  ? html`<p class="note warn full">▲ run B was shown another picture: ${trialType(b)}</p>` : nothing;

const half = (trial) => trial
  ? html`<a href=${to("trial", trial.runId, trial.trialIndex)}>${decoded(trial)}</a>`
  : html`<div class="frame word"><small>not in this run</small></div>`;

const row = ([a, b]) => {
  const one = a ?? b;
  return html`<li class="pair"><h2><b>${trialNumber(one)}</b> ${trialType(one)}</h2>${seen(one)}
    ${[a, b].map(half)}
    <div class="both">${SCORES.map((kind) => both(kind, [[a], [b]]))}${otherSeen(a, b)}</div></li>`;
};

function pairs() {
  const others = new Map(sides[1].trials.map((trial) => [trial.trialIndex, trial]));
  const left = sides[0].trials.map((trial) => [trial, others.get(trial.trialIndex)]);
  const known = new Set(sides[0].trials.map((trial) => trial.trialIndex));
  return [...left, ...sides[1].trials.filter((trial) => !known.has(trial.trialIndex)).map((trial) => [undefined, trial])];
}

export const compare = {
  title: () => "Compare",
  enter,
  template: () => html`<section class="compare" aria-labelledby="title">
    <h1 id="title" tabindex="-1">Compare two runs</h1>
    ${error ? html`<p class="note bad" role="alert">✕ ${error}</p>` : nothing}
    <form class="filters" @submit=${(event) => event.preventDefault()}>${sides.map(chooser)}</form>
    <div class="both means">${SCORES.map((kind) => both(kind, sides.map((side) => side.trials)))}</div>
    <div class="heads" aria-hidden="true"><span>Trial</span><span>Seen</span><span>A</span><span>B</span><span>Likeness to what was seen</span></div>
    <ul>${repeat(pairs(), ([a, b]) => (a ?? b).trialIndex, (pair) => guard(pair, () => row(pair)))}</ul>
  </section>`,
};
