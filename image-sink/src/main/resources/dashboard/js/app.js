// Starts the page: address to view, changes to drawing.
import { html, nothing, render } from "./lit.js";
import { alarmBar, alarms, showInTab } from "./alarms.js";
import { compare } from "./compare.js";
import { drawWith, redraw } from "./draw.js";
import { history } from "./history.js";
import { listen, shortcuts } from "./keys.js";
import { live } from "./live.js";
import { operator } from "./operator.js";
import { replayDialog } from "./replay.js";
import { route } from "./router.js";
import { run } from "./run.js";
import { bottom, top } from "./shell.js";
import { spoken } from "./spoken.js";
import { state } from "./store.js";
import { connect, letGoWhenLeft, watchForSilence } from "./stream.js";
import { trial } from "./trial.js";
import { trials } from "./trials.js";

// A view is { title(), template(), enter?(route), drawn?(), keys?, hurries?(event, data) }: it is drawn each second,
// and at once for the events that it is in haste for.
const VIEWS = { live, operator, history, run, trials, trial, compare };
const TICK_MILLIS = 1000;
const AT_ONCE = ["hello", "system"];
const page = document.getElementById("page");
let name = "";
let view = live;

const keysOfView = () => view.keys ?? {};

function arrive() {
  const now = route();
  const next = Object.hasOwn(VIEWS, now.view) ? now.view : "live";
  const moved = name !== "";
  [name, view] = [next, VIEWS[next]];
  view.enter?.(now);
  draw();
  if (!moved) return;
  scrollTo(0, 0);
  document.getElementById("title")?.focus({ preventScroll: true });
}

function draw() {
  const all = alarms();
  render(html`${alarmBar(all)}${top(name)}
    <main id="main" class="view-${name}">${view.template()}</main>
    ${view === live ? nothing : bottom()}${spoken()}${shortcuts(keysOfView())}${replayDialog()}`, page);
  view.drawn?.();
  showInTab(all, `${view.title()} · Mindstream`);
}

const took = (event, data) => (AT_ONCE.includes(event) || view.hurries?.(event, data)) && redraw();

page.replaceChildren();
drawWith(draw);
addEventListener("hashchange", arrive);
listen(keysOfView);
arrive();
connect(took);
letGoWhenLeft(took);
watchForSilence(took);
// Ages count on between two changes, and what no view is in haste for comes along.
setInterval(() => state.system && redraw(), TICK_MILLIS);
