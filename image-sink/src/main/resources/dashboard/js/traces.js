// What the charts of the operator's view show: the trace of a run, its quality, and latency over time.
import { get } from "./api.js";
import { redraw } from "./draw.js";
import { keepPoint, signalOf, state } from "./store.js";

const QUALITY_MILLIS = 10_000;
const PICTURES = 300;
const shown = { key: "", link: "", quality: [], latency: [], asked: 0, totals: null };

/** Quality and latency as last fetched. */
export const traces = shown;

/** Fetches what the stream did not bring: the points before this page was opened, or missed in a break. */
export function follow(run) {
  const key = `${run.runId} ${run.startedAt} ${state.epochs}`;
  const again = state.link === "live" && shown.link !== "live";
  shown.link = state.link;
  if (key !== shown.key || again) signal(run);
  if (key !== shown.key) Object.assign(shown, { key, quality: [], asked: 0 });
  if (performance.now() - shown.asked > QUALITY_MILLIS) quality(run);
  if (shown.totals !== state.totals) latency();
}

function signal(run) {
  get(`runs/${run.runId}/signal`).then(({ points = [] }) => {
    const newer = signalOf(run.runId).filter((point) => point.volume > (points.at(-1)?.volume ?? -1));
    signalOf(run.runId).length = 0;
    for (const point of [...points, ...newer]) keepPoint(run.runId, point);
    redraw();
  }).catch(later);
}

function quality(run) {
  shown.asked = performance.now();
  get(`runs/${run.runId}/quality`).then(({ points = [] }) => {
    shown.quality = points;
    redraw();
  }).catch(later);
}

function latency() {
  shown.totals = state.totals;
  get("latency").then(({ series = [] }) => {
    shown.latency = series.slice(-PICTURES);
    redraw();
  }).catch(later);
}

/** What failed is asked for again with the next connection; the alarm says that there is none. */
function later() {
  shown.link = "";
}
