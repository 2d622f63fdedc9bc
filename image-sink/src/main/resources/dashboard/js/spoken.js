// For screen readers: one sentence when a trial is done, no more often.
import { html } from "./lit.js";
import { shownRun, trialsOf } from "./store.js";
import { trialNumber, trialState, trialType } from "./words.js";

const DONE = ["decoded", "failed"];

export function spoken() {
  const run = shownRun();
  const trial = run?.state === "STARTED" ? trialsOf(run.runId).findLast((one) => DONE.includes(one.state)) : null;
  const words = trial ? `Trial ${trialNumber(trial)}, ${trialType(trial)}: ${trialState[trial.state]}` : "";
  return html`<p class="only-read" aria-live="polite">${words}</p>`;
}
