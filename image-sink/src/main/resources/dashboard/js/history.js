// What was scanned: sessions and their runs, newest first.
import { html, live, nothing, repeat } from "./lit.js";
import { onSight, Pages } from "./pages.js";
import { askReplay } from "./replay.js";
import { replace, to } from "./router.js";
import { stateBadge } from "./runs.js";
import { runInSession, many, of, runState, sessionWords, when } from "./words.js";

const TYPED_MILLIS = 250;
const FIRST = [0, 1, 2]; // the trials that stand for a run without a contact sheet
const pages = new Pages("runs", "runs");
let query = {};
let typing = 0;

function filter(event) {
  query = { ...query, [event.target.name]: event.target.value };
  replace("history", query);
  clearTimeout(typing);
  typing = setTimeout(() => pages.ask(query), event.type === "input" ? TYPED_MILLIS : 0);
}

/** The ways through what is kept: by run or by trial. */
export const tabs = (name) => html`<nav class="tabs" aria-label="History">
  <a href="#/history" aria-current=${name === "history" ? "page" : nothing}>Runs</a>
  <a href="#/trials" aria-current=${name === "trials" ? "page" : nothing}>Trials</a></nav>`;

const filters = () => html`<form class="filters" @submit=${(event) => event.preventDefault()}>
  <label>Search <input type="search" name="q" placeholder="subject, session, task, run" .value=${live(query.q ?? "")} @input=${filter}></label>
  <label>State <select name="state" .value=${live(query.state ?? "")} @change=${filter}>
    <option value="">any</option>${Object.entries(runState).map(([value, words]) => html`<option value=${value}>${words}</option>`)}</select></label>
</form>`;

/** Runs of one session that follow each other. */
function sessions(runs) {
  const all = [];
  for (const run of runs) {
    const words = sessionWords(run.runId);
    if (all.at(-1)?.words !== words) all.push({ words, runs: [] });
    all.at(-1).runs.push(run);
  }
  return all;
}

const sheet = (run) => run.contactSheet
  ? html`<img src=${run.contactSheet} alt="" loading="lazy">`
  : html`<span class="first">${FIRST.map((trial) => html`<img src="api/v1/runs/${run.runId}/trials/${trial}/sample-0.png" alt=""
      loading="lazy" @error=${(event) => event.target.remove()}>`)}</span>`;

const failures = (run) => (run.failed ? `, ${run.failed} not decoded` : "");

const row = (run) => html`<li class="run">
  <a class="sheet" href=${to("run", run.runId)} tabindex="-1" aria-hidden="true">${sheet(run)}</a>
  <div><h3><a href=${to("run", run.runId)}>${runInSession(run.runId)}</a> ${stateBadge(run)}</h3>
    <p>${when(run.startedAt)} · ${of(run.trials, run.expectedTrials)} trials, ${many(run.images, "picture")}${failures(run)}</p>
    <p class="quiet">${[run.modelId && `model ${run.modelId}`, run.source].filter(Boolean).join(" · ")}</p>
    ${run.reason ? html`<p class="note bad">✕ ${run.reason}</p>` : nothing}</div>
  <div class="acts">${acts(run)}</div>
</li>`;

/** What can be done with a run. */
export const acts = (run) => html`
  ${run.state === "STARTED" ? nothing : html`<a class="button" href=${to("compare", run.runId)}
    aria-label="Compare ${runInSession(run.runId)}">Compare</a>`}
  ${run.recorded && run.state !== "STARTED" ? html`<button class="button" aria-label="Replay ${runInSession(run.runId)}"
    @click=${() => askReplay(run)}>Replay</button>` : nothing}`;

export const history = {
  title: () => "History",
  enter(route) {
    query = route.query;
    pages.ask(query);
  },
  template: () => html`<section class="history" aria-labelledby="title">
    <div class="run-line"><h1 id="title" tabindex="-1">History</h1>${tabs("history")}</div>${filters()}
    ${sessions(pages.items).map((session) => html`<section class="session">
      <h2>${session.words} <small>${many(session.runs.length, "run")}</small></h2>
      <ul>${repeat(session.runs, (run) => run.runId, row)}</ul></section>`)}
    ${pages.foot("No run is kept that fits. Clear the search, or scan one.")}
  </section>`,
  drawn: onSight(pages),
};
