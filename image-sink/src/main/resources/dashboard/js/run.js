// One run of the history: what it was, and all its trials; one that goes on grows.
import { html, nothing } from "./lit.js";
import { allTrials, get } from "./api.js";
import { redraw } from "./draw.js";
import { acts } from "./history.js";
import { charts, followQuality, summary } from "./quality.js";
import { runTitle } from "./runs.js";
import { pin } from "./pins.js";
import { keepTrial, qualityOf, state, trialsOf } from "./store.js";
import { tape } from "./tape.js";
import { cards } from "./trials.js";
import { many, of, runWords, tr, when } from "./words.js";

const quality = charts(120);
let id = "";
let fetched = null;
let error = "";

const known = () => state.runs.get(id) ?? fetched;

async function load(wanted) {
  try {
    const run = await get(`runs/${wanted}`);
    if (wanted === id) fetched = run;
    redraw();
    await allTrials(wanted, (trials) => {
      trials.forEach(keepTrial);
      redraw();
    });
  } catch (failure) {
    if (wanted === id) error = failure.message;
    redraw();
  }
}

const facts = (run) => [
  when(run.startedAt), `${of(run.volumes, run.expectedVolumes)} volumes`, tr(run),
  `${of(run.trials, run.expectedTrials)} trials`, many(run.images, "picture"), run.modelId && `model ${run.modelId}`, run.source,
].filter(Boolean).join(" · ");

function qualities() {
  const points = qualityOf(id);
  return points.length ? html`<h2 class="rule">Quality of the data</h2>
    <section class="quality" aria-label="Quality of the data">${quality(points)}</section>` : nothing;
}

export const run = {
  title: () => runWords(id),
  hurries: (event, data) => event === "trial" && data.runId === id,
  enter(route) {
    id = route.path[0] ?? "";
    [fetched, error] = [null, ""];
    load(id);
  },
  template() {
    const one = known();
    if (!one) return html`<section class="empty"><h1 id="title" tabindex="-1">${runWords(id)}</h1>
      <p role="status">${error || "loading"}</p><p><a href="#/history">Back to the history</a></p></section>`;
    followQuality(one);
    return html`<section class="history" aria-labelledby="title">
      <p class="trail"><a href="#/history">History</a></p>
      <div class="run-line">${runTitle(one)}</div>
      <p class="quiet">${facts(one)}</p>${summary(one)}${one.reason ? html`<p class="note bad">✕ ${one.reason}</p>` : nothing}
      <p class="acts"><a class="button" href="#/live" @click=${() => pin(id)}>Show in Live</a>${acts(one)}
        <a class="button" href="api/v1/runs/${one.runId}/run.json" download="${one.runId}.json">run.json</a>
        ${one.contactSheet ? html`<a class="button" href=${one.contactSheet} download="${one.runId}.png">Contact sheet</a>` : nothing}</p>
      ${tape(one)}${cards(trialsOf(id))}${qualities()}
    </section>`;
  },
};
