// The one connection to the server's changes. After a break it goes on with what was missed, by Last-Event-ID.
import { redraw } from "./draw.js";
import { apply, EVENTS, state } from "./store.js";

const SILENCE_MILLIS = 12_000; // a heartbeat comes every 5 s
const AGAIN_MILLIS = 2_000;
let source = null;
let heard = performance.now();

/** @param took is told of each event and its data, after it was applied */
export function connect(took) {
  source?.close();
  source = new EventSource("api/v1/changes");
  source.onopen = () => link("live");
  source.onerror = () => {
    link("lost");
    if (source.readyState === EventSource.CLOSED) setTimeout(() => connect(took), AGAIN_MILLIS);
  };
  for (const name of EVENTS) {
    source.addEventListener(name, (event) => {
      link("live");
      const data = JSON.parse(event.data);
      apply(name, data);
      took(name, data);
    });
  }
}

function link(now) {
  if (now === "live") heard = performance.now();
  if (state.link === now) return;
  state.link = now;
  redraw();
}

/** What the browser does not tell: a page that was left but is kept holds one of its six connections to the server. */
export function letGoWhenLeft(took) {
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => event.persisted && connect(took));
}

/** A broken connection that nobody closed: nothing comes and nothing fails. */
export function watchForSilence(took) {
  setInterval(() => {
    if (performance.now() - heard < SILENCE_MILLIS || source.readyState !== EventSource.OPEN) return;
    heard = performance.now();
    link("lost");
    connect(took);
  }, 1000);
}
