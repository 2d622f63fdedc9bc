// Asks for a recorded run to be played through the pipeline again.
import { html, nothing } from "./lit.js";
import { post } from "./api.js";
import { closeOn, opened } from "./dialogs.js";
import { redraw } from "./draw.js";
import { to } from "./router.js";
import { runWords } from "./words.js";

let run = null;
let [error, started] = ["", ""];

export function askReplay(one) {
  run = one;
  [error, started] = ["", ""];
  redraw();
}

const close = () => {
  run = null;
  redraw();
};

async function play(event) {
  event.preventDefault();
  const given = new FormData(event.target);
  error = "";
  try {
    const answer = await post(`runs/${run.runId}/replay`, {
      speed: given.get("speed"), as: given.get("as").trim(), model: given.get("model").trim() || null,
      fromTrial: Math.max(0, Number(given.get("from")) - 1),
    });
    started = answer.run;
  } catch (failure) {
    error = failure.message;
  }
  redraw();
}

const done = () => html`<p>It is being played as <a href=${to("compare", run.runId, started)} @click=${close}>${runWords(started)}</a>.</p>
  <form method="dialog"><button class="button">Close</button></form>`;

const questions = () => html`<form class="questions" @submit=${play}>
  <label>Speed <select name="speed"><option value="1">as it was scanned</option><option value="10">ten times</option>
    <option value="max">as fast as it goes</option></select></label>
  <label>As run <input name="as" required pattern="run-[0-9]+" placeholder="run-04" title="run- and a number, such as run-04"></label>
  <label>Model <input name="model" placeholder="the same"></label>
  <label>From trial <input name="from" type="number" min="1" value="1"></label>
  ${error ? html`<p class="note bad" role="alert">✕ ${error}</p>` : nothing}
  <p class="acts"><button class="button strong">Replay</button><button class="button" type="button" @click=${close}>Cancel</button></p></form>`;

export const replayDialog = () => !run ? nothing : html`
  <dialog ${opened()} aria-labelledby="replay-title" @close=${close} @click=${closeOn}>
    <h2 id="replay-title">Replay ${runWords(run.runId)}</h2>${started ? done() : questions()}</dialog>`;
