// How good a run's data are, volume by volume: fetched once, then as told. The lines in the charts are the limits in
// common use; what is flagged goes by those of the stream's settings.
import { html, nothing } from "./lit.js";
import { get } from "./api.js";
import { chart } from "./charts.js";
import { redraw } from "./draw.js";
import { panel } from "./panels.js";
import { keepQuality, qualityOf, state } from "./store.js";
import { many } from "./words.js";

const NOTES = ["MOVED", "LATE"];
const AGAIN_MILLIS = 10_000;
const asked = new Map(); // by run: which play of it, in which life of the server

const short = (value) => String(Number(value.toPrecision(3)));
const AXES = [["x", "--accent"], ["y", "--line-y"], ["z", "--line-z"]];
const LINES = [...AXES.map(([axis, stroke]) => ({ label: `shift ${axis}`, stroke })),
  ...AXES.map(([axis, stroke]) => ({ label: `turn ${axis}`, stroke, dash: [5, 4] }))];

/** How far the head moved since the volume before, mm; without breathing where that is known. */
export const displacement = (point) => point?.framewiseDisplacementNotched ?? point?.framewiseDisplacement ?? null;

const MEASURES = [
  { id: "displacement", title: "Framewise displacement", brief: "FD", unit: " mm", digits: 2, limits: [0.2, 0.5], of: displacement },
  { id: "dvars", title: "DVARS", unit: " %", digits: 2, limits: [5], of: (point) => point.dvars },
  { id: "tsnr", title: "tSNR", unit: "", digits: 1, of: (point) => point.tsnr },
];

/** Charts of one size, for little room with brief titles; each view that shows them has its own. */
export function charts(height, { brief = false } = {}) {
  const motion = chart({ name: "Head motion by volume, millimetres and degrees", height, lines: LINES, format: short });
  const drawn = MEASURES.map((measure) => ({ ...measure, title: (brief && measure.brief) || measure.title,
    chart: chart({ name: `${measure.title} by volume`, height, limits: measure.limits, format: short }) }));
  return (points) => html`${motionPanel(motion, points)}${drawn.map((measure) => measurePanel(measure, points))}`;
}

function motionPanel(drawn, points) {
  if (!points.at(-1)?.motion.length) return panel("motion", "Head motion", "", html`<p class="quiet">the run is not realigned</p>`);
  drawn.show(points, (point) => point.volume, (point, line) => point.motion[line] ?? null);
  const legend = html`<p class="legend">${AXES.map(([axis]) => html`<span class=${axis}>${axis}</span>`)}<small>solid mm, dashed degrees</small></p>`;
  return panel("motion", "Head motion", legend, drawn.element);
}

function measurePanel({ id, title, unit, digits, limits, of, chart: drawn }, points) {
  const newest = points.findLast((point) => typeof of(point) === "number");
  if (!newest) return panel(id, title, "", html`<p class="quiet">not measured</p>`);
  drawn.show(points, (point) => point.volume, (point) => of(point) ?? null);
  const isBad = limits && of(newest) > limits.at(-1);
  return panel(id, title, html`<span class=${isBad ? "note bad" : ""}>${isBad ? "✕ " : ""}${of(newest).toFixed(digits)}${unit}</span>`, drawn.element);
}

/** Asks for what was told before this page was opened. */
export function followQuality(run) {
  const wanted = `${run.startedAt} ${state.epochs}`;
  if (asked.get(run.runId) === wanted) return;
  asked.set(run.runId, wanted);
  get(`runs/${run.runId}/quality`).then(({ points = [] }) => points.forEach(keepQuality))
    .catch(() => setTimeout(() => asked.delete(run.runId), AGAIN_MILLIS)).finally(redraw);
}

export const isBad = (point) => point.flags.some((flag) => !NOTES.includes(flag));

/** How far the head moved at most in a trial's window, mm; null where that is not known. */
export function moved(trial) {
  const inside = qualityOf(trial.runId).filter(({ volume }) => volume >= trial.firstVolume && volume <= trial.lastVolume);
  const all = inside.map(displacement).filter((value) => value !== null);
  return all.length ? Math.max(...all) : null;
}

/** What a run's quality came to, in a line. */
export function summary(run) {
  const all = run.quality;
  if (!all) return nothing;
  const known = (value, words) => (typeof value === "number" ? words(value.toFixed(2)) : "");
  return html`<p class="quiet">${[
    known(all.meanFramewiseDisplacementMillimetres, (mean) => `moved ${mean} mm a volume, ${all.maxFramewiseDisplacementMillimetres.toFixed(2)} mm at most`),
    known(all.meanDvarsPercent, (mean) => `DVARS ${mean} %`), known(all.tsnr, (value) => `tSNR ${value}`),
    known(all.driftPercentPerMinute, (value) => `drift ${value} % a minute`),
    all.missing && `${many(all.missing, "volume")} missing`, `${many(all.flaggedVolumes, "volume")} flagged`,
  ].filter(Boolean).join(" · ")}</p>`;
}
