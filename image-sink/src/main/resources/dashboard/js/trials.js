// A search over all trials that are kept.
import { guard, html, live, option, repeat } from "./lit.js";
import { doubtsKey } from "./doubts.js";
import { card } from "./frames.js";
import { tabs } from "./history.js";
import { onSight, Pages } from "./pages.js";
import { replace } from "./router.js";
import { trialState } from "./words.js";

const TYPED_MILLIS = 250;
const pages = new Pages("trials", "trials");
let query = {};
let typing = 0;

function filter(event) {
  query = { ...query, [event.target.name]: event.target.value.trim() };
  replace("trials", query);
  clearTimeout(typing);
  typing = setTimeout(() => pages.ask(query), event.type === "input" ? TYPED_MILLIS : 0);
}

const filters = () => html`<form class="filters" @submit=${(event) => event.preventDefault()}>
  <label>Search <input type="search" name="q" placeholder="in names and types" .value=${live(query.q ?? "")} @input=${filter}></label>
  <label>Type <input type="text" name="type" placeholder="face" autocomplete="off" .value=${live(query.type ?? "")} @input=${filter}></label>
  <label>State <select name="state" @change=${filter}>${option("", "any", query.state ?? "")}
    ${Object.keys(trialState).map((value) => option(value, value, query.state))}</select></label>
</form>`;

/** Cards in a grid; one is drawn again only when its trial is another object. */
export const cards = (trials, options) => html`<div class="cards">${repeat(trials, (trial) => trial.key,
  (trial) => guard([trial, doubtsKey(trial)], () => card(trial, options)))}</div>`;

export const trials = {
  title: () => "Trials",
  enter(route) {
    query = route.query;
    pages.ask(query);
  },
  template: () => html`<section class="history" aria-labelledby="title">
    <div class="run-line"><h1 id="title" tabindex="-1">History</h1>${tabs("trials")}</div>${filters()}
    ${cards(pages.items, { ofRun: true })}${pages.foot("No trial is kept that fits. Clear a filter.")}
  </section>`,
  drawn: onSight(pages),
};
