// The run that Live and Operator keep to, where someone chose one; it is fetched where the stream does not tell of it.
import { get } from "./api.js";
import { redraw } from "./draw.js";
import { state } from "./store.js";

let asked = "";

/** @param id of a run; null follows the newest */
export function pin(id) {
  state.pinned = id;
  keepPinned();
  redraw();
}

/** After a new beginning of the stream, too. */
export function keepPinned() {
  const wanted = `${state.epochs} ${state.pinned}`;
  if (!state.pinned || state.runs.has(state.pinned) || asked === wanted) return;
  asked = wanted;
  get(`runs/${state.pinned}`).then((run) => state.runs.set(run.runId, run)).catch(() => (state.pinned = null)).finally(redraw);
}
