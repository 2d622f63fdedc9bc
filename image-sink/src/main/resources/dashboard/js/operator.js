// The operator's view: the whole pipeline on one screen.
import { html, nothing } from "./lit.js";
import { chart } from "./charts.js";
import { decoded, seen } from "./frames.js";
import { health, letters, panel, readouts, stages } from "./panels.js";
import { charts as qualityCharts, followQuality } from "./quality.js";
import { to } from "./router.js";
import { empty, modelChip, runTitle } from "./runs.js";
import { qualityOf, shownRun, signalOf, trialsOf } from "./store.js";
import { tape } from "./tape.js";
import { follow, traces } from "./traces.js";
import { duration, tr, trialNumber, trialType } from "./words.js";

const short = (value) => String(Number(value.toPrecision(4)));
const charts = {
  signal: chart({ name: "Mean of the ROI by volume", height: 124, format: short }),
  jitter: chart({ name: "Arrival against the TR by volume, milliseconds", height: 80, bars: true, format: short }),
  latency: chart({ name: "Latency of each picture, seconds", height: 140, time: true, format: (seconds) => `${short(seconds)} s` }),
};
const quality = qualityCharts(70, { brief: true });

function trace(run) {
  const points = signalOf(run.runId);
  const newest = points.at(-1);
  charts.signal.show(points, (point) => point.volume, (point) => point.roiMean);
  charts.jitter.show(points, (point) => point.volume, (point) => point.jitterMillis);
  return html`${panel("signal", "Signal, mean of the ROI", known(newest?.roiMean, short), charts.signal.element)}
    ${panel("jitter", "Arrival against the TR", known(newest?.jitterMillis, duration), charts.jitter.element)}`;
}

const known = (value, format) => (value === null || value === undefined ? "not measured yet" : format(value));

function latency() {
  charts.latency.show(traces.latency, (point) => Date.parse(point.at) / 1000, (point) => point.totalMillis / 1000);
  return panel("latency", "Latency over time", known(traces.latency.at(-1)?.totalMillis, duration), charts.latency.element);
}

const slice = (run) => run.brain
  ? html`<div class="frame brain"><img src=${run.brain} alt="A slice of the newest volume"></div>` : nothing;

function newest(run) {
  const trial = trialsOf(run.runId).findLast((one) => one.state !== "waiting");
  return html`<section class="panel newest" aria-labelledby="newest"><header><h2 id="newest">Newest trial</h2>
    ${trial ? html`<a href=${to("trial", trial.runId, trial.trialIndex)}>${trialNumber(trial)} ${trialType(trial)}</a>` : nothing}</header>
    ${trial ? html`<div class="two">${seen(trial)}${decoded(trial)}${slice(run)}</div>` : html`<p class="quiet">none of this run yet</p>`}</section>`;
}

export const operator = {
  title: () => "Operator",
  hurries: () => true,
  template() {
    const run = shownRun();
    if (!run) return html`${empty()}<div class="board lone">${health()}${letters()}</div>`;
    follow(run);
    followQuality(run);
    return html`<div class="board">
      <section class="panel header" aria-labelledby="title">
        <div class="run-line">${runTitle(run)}${modelChip(run, trialsOf(run.runId))}</div>
        ${tape(run)}${readouts(run)}
        <p class="quiet">${[run.source, tr(run), `${run.grid.join(" × ")} voxels`, `ROI ${run.roiId}`].join(" · ")}</p>
        ${run.reason ? html`<p class="note bad">✕ ${run.reason}</p>` : nothing}
      </section>
      ${trace(run)}${stages()}${latency()}
      <div class="quality">${quality(qualityOf(run.runId))}</div>
      <div class="side">${newest(run)}${health()}${letters()}</div>
    </div>`;
  },
};
