// A run in words, as every view says it.
import { html, nothing } from "./lit.js";
import { runState, runWords } from "./words.js";
import { isSilent, state } from "./store.js";

/** What the run does now, not by colour alone. */
export function stateBadge(run) {
  const words = isSilent(run) ? "silent" : runState[run.state];
  return html`<span class="badge" data-state=${words}>${words}</span>`;
}

export const runTitle = (run) => html`<h1 id="title" tabindex="-1">${runWords(run.runId)}</h1>
  ${stateBadge(run)}
  ${run.simulated ? html`<span class="badge" data-state="simulated">simulated, no brain was scanned</span>` : nothing}`;

/** The model that made the run's newest picture; one of random weights is said plainly. */
export function modelChip(run, trials) {
  const model = trials.findLast((trial) => trial.model)?.model;
  if (!model) return run.modelId ? html`<span class="chip">model ${run.modelId}</span>` : nothing;
  return html`<span class="chip">model ${model.id} · ${model.sampler}, ${model.steps} steps · ${model.device}</span>
    ${model.trained ? nothing : html`<strong id="untrained" class="chip warn">▲ Untrained model: the pictures are noise</strong>`}`;
}

// What there is comes in one go right after the stream's first word; before it nobody can say that there is nothing.
const ASKING_MILLIS = 1500;
const asking = () => performance.now() - state.since < ASKING_MILLIS || state.epochs === 0;

/** While it is not known what was scanned; then, where nothing was. */
export const empty = () => (asking() ? html`<section class="empty"><h1 id="title" tabindex="-1">One moment</h1>
  <p>Asking what is being scanned.</p></section>` : nothingYet());

const nothingYet = () => html`<section class="empty">
  <h1 id="title" tabindex="-1">Nothing has been scanned yet</h1>
  <p>Pictures appear here as soon as a run begins. For one without a scanner:</p>
  <pre tabindex="0">./mindstream simulate --runs 1 --trials 8</pre>
  <p>Runs of earlier days are under <a href="#/history">History</a>.</p>
</section>`;
