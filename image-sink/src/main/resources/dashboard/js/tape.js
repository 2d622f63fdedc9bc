// The run as a tape: how far it is, and each trial at its onset. Three paths, however many trials.
import { html, svg } from "./lit.js";
import { trialsOf } from "./store.js";
import { of } from "./words.js";

const HEIGHT = 20;
const MARK = { decoded: [4, 16], failed: [0, 20], waiting: [8, 12] };

function marks(run, kind, length) {
  const [from, until] = MARK[kind];
  const open = (trial) => (trial.state === "decoding" ? "waiting" : trial.state) === kind;
  return trialsOf(run.runId).filter(open)
    .map((trial) => `M${((1000 * trial.onsetSeconds) / length).toFixed(1)} ${from}V${until}`).join("");
}

/** @param run whose trials are marked, in seconds from volume 0 */
export function tape(run) {
  const last = trialsOf(run.runId).at(-1)?.onsetSeconds ?? 0;
  const volumes = run.expectedVolumes ?? run.volumes;
  const length = Math.max(volumes * run.repetitionTimeSeconds, last, 1);
  const share = Math.min(1, (run.volumes * run.repetitionTimeSeconds) / length);
  return html`<div class="tape" role="progressbar" aria-label="Volumes received" aria-valuemin="0" aria-valuemax=${volumes}
      aria-valuenow=${run.volumes} aria-valuetext="${of(run.volumes, run.expectedVolumes)} volumes">
    <svg viewBox="0 0 1000 ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
      <rect class="whole" width="1000" y="9" height="2"></rect>
      <rect class="done" width=${1000 * share} y="8" height="4"></rect>
      ${Object.keys(MARK).map((kind) => svg`<path class=${kind} d=${marks(run, kind, length)}></path>`)}
      <path class="head" d="M${1000 * share} 0V${HEIGHT}"></path>
    </svg></div>`;
}
