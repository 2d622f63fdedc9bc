// What the charts of the operator's view show: the trace of a run, and latency over time.
import { get } from "./api.js";
import { redraw } from "./draw.js";
import { keepPoint, signalOf, state } from "./store.js";

const AGAIN_MILLIS = 10_000;
const LATENCY_MILLIS = 5_000;
const PICTURES = 300;
const shown = { key: "", link: "", latency: [], latencyAsked: -Infinity, totals: null };

/** Latency as last fetched. */
export const traces = shown;

/** Fetches what the stream did not bring: the points before this page was opened, or missed in a break. */
export function follow(run) {
  const now = performance.now();
  const key = `${run.runId} ${run.startedAt} ${state.epochs}`;
  const again = state.link === "live" && shown.link !== "live";
  shown.link = state.link;
  if (key !== shown.key || again) signal(run);
  shown.key = key;
  if (shown.totals !== state.totals && now - shown.latencyAsked > LATENCY_MILLIS) latency();
}

function signal(run) {
  get(`runs/${run.runId}/signal`).then(({ points = [] }) => {
    const newer = signalOf(run.runId).filter((point) => point.volume > (points.at(-1)?.volume ?? -1));
    signalOf(run.runId).length = 0;
    for (const point of [...points, ...newer]) keepPoint(run.runId, point);
  }).catch(later).finally(redraw);
}

function latency() {
  Object.assign(shown, { totals: state.totals, latencyAsked: performance.now() });
  get("latency").then(({ series = [] }) => {
    shown.latency = series.slice(-PICTURES);
  }).catch(later).finally(redraw);
}

/** What failed is asked for again after a while; the alarm says where there is no connection. */
function later() {
  setTimeout(() => (shown.link = ""), AGAIN_MILLIS);
}
