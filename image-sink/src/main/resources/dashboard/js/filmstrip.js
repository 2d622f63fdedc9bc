// All trials of a run in a row, the newest right. Only what is in sight is in the page.
import { html, repeat } from "./lit.js";
import { redraw } from "./draw.js";
import { decoded, seen } from "./frames.js";
import { trialNumber, trialState, trialType } from "./words.js";

const STEP = 164; // pixels from one trial to the next; as in film.css
const SPARE = 3;
let strip = null;
let sight = { left: 0, width: 1600 };

/** @param chosen the trial shown large @param choose takes a trial */
export function filmstrip(trials, chosen, choose) {
  const from = Math.max(0, Math.floor(sight.left / STEP) - SPARE);
  const until = Math.min(trials.length, Math.ceil((sight.left + sight.width) / STEP) + SPARE);
  return html`<div class="film" role="group" aria-label="Trials of this run" tabindex="-1" @scroll=${scrolled}>
    <div class="reel" .style=${`width:${trials.length * STEP}px`}>
      ${repeat(trials.slice(from, until), (trial) => trial.key, (trial, i) => shot(trial, from + i, trial === chosen, choose))}
    </div></div>`;
}

const shot = (trial, at, isChosen, choose) => html`<button class="shot" .style=${`left:${at * STEP}px`}
    aria-pressed=${isChosen} @click=${() => choose(trial)}
    aria-label="Trial ${trialNumber(trial)}, ${trialType(trial)}, ${trialState[trial.state]}">
  <span class="two" aria-hidden="true">${seen(trial)}${decoded(trial)}</span>
  <span class="name" aria-hidden="true"><b>${trialNumber(trial)}</b> ${trialType(trial)}</span>
</button>`;

function scrolled(event) {
  strip = event.currentTarget;
  measure();
}

function measure() {
  const { scrollLeft: left, clientWidth: width } = strip;
  if (Math.abs(left - sight.left) < STEP && width === sight.width) return;
  sight = { left, width };
  redraw();
}

/** Brings a trial into sight; after the page was drawn. */
export function reveal(at) {
  strip = document.querySelector(".film");
  if (!strip || at < 0) return;
  const left = at * STEP;
  const outside = left < strip.scrollLeft || left + STEP > strip.scrollLeft + strip.clientWidth;
  if (outside) strip.scrollLeft = left + STEP - strip.clientWidth / 2;
  measure();
}
