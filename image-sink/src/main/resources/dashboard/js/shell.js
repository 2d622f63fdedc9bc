// What is around every view: name, ways, runs, connection.
import { html, live, nothing } from "./lit.js";
import { showShortcuts } from "./keys.js";
import { keepPinned, pin } from "./pins.js";
import { to } from "./router.js";
import { currentRuns, state } from "./store.js";
import { switchTheme, theme } from "./theme.js";
import { runState, runWords } from "./words.js";

const WAYS = [["live", "Live"], ["operator", "Operator"], ["history", "History"], ["compare", "Compare"]];
const UNDER = { run: "history", trials: "history", trial: "history" };
const LINK = { live: "connected", connecting: "connecting", lost: "connection lost" };

/** The address names the view, so this link moves the focus by itself. */
function toContent(event) {
  event.preventDefault();
  document.getElementById("title")?.focus();
}

export const top = (view) => html`<header class="top">
  <a class="skip" href="#main" @click=${toContent}>To the content</a>
  <a class="brand" href="#/live"><svg aria-hidden="true" viewBox="0 0 28 20"><path d="M1 10h5l2-7 4 14 4-11 3 8 2-4h6"/></svg>Mindstream</a>
  <nav aria-label="Views">${WAYS.map(([name, words]) => html`<a href=${to(name)}
    aria-current=${(UNDER[view] ?? view) === name ? "page" : nothing}>${words}</a>`)}</nav>
  ${chooser()}
  <span id="link" class="link" data-state=${state.link}>${LINK[state.link]}</span>
  <button class="icon" @click=${switchTheme} aria-label=${theme() === "dark" ? "Light colours" : "Dark colours"}>
    <svg aria-hidden="true" viewBox="0 0 20 20"><circle cx="10" cy="10" r="7.2"/><path class="half" d="M10 2.8a7.2 7.2 0 0 1 0 14.4Z"/></svg></button>
  <button class="icon" @click=${showShortcuts} aria-label="Keyboard shortcuts">?</button>
</header>`;

/** Shown where there is something to choose; the newest run is followed until one is pinned. */
function chooser() {
  keepPinned();
  const runs = currentRuns();
  if (runs.length < 2 && !state.pinned) return nothing;
  return html`<label class="chooser"><span class="only-read">Run shown</span>
    <select id="run-chooser" .value=${live(state.pinned ?? "")} @change=${(event) => pin(event.target.value || null)}>
      <option value="">Follow the newest run</option>
      ${runs.map((run) => html`<option value=${run.runId}>${runWords(run.runId)} (${runState[run.state]})</option>`)}
    </select></label>`;
}

const kept = ({ runs, trials, images, stored }) => `${runs} runs, ${trials} trials, ${images} pictures, ${stored} stored`;

export const bottom = () => html`<footer class="bottom">
  <span>Mindstream ${state.version}</span>
  ${state.totals ? html`<span>${kept(state.totals)}</span>` : nothing}
  <a href="api/v1/openapi.yml">API</a>
</footer>`;
