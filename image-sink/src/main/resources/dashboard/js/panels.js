// The operator's panels that are words and numbers.
import { html, nothing, repeat } from "./lit.js";
import { to } from "./router.js";
import { dataAge, isSilent, state } from "./store.js";
import { clock, duration, many, of, runInSession, when } from "./words.js";

/** @param value what is said at the right of the title */
export const panel = (id, title, value, body) => html`<section class="panel ${id}" aria-labelledby=${id}>
  <header><h2 id=${id}>${title}</h2><span class="value">${value}</span></header>${body}</section>`;

const readout = (name, value, bad = false) => html`<div class="readout" ?data-bad=${bad}><dt>${name}</dt><dd>${value}</dd></div>`;

export function readouts(run) {
  const { backlog } = state.system ?? {};
  const age = run.state === "STARTED" ? dataAge(run) : null;
  return html`<dl class="readouts">
    ${readout("Volumes", of(run.volumes, run.expectedVolumes))}
    ${readout("Trials shown", of(run.trials, run.expectedTrials))}
    ${readout("Pictures", run.images)}
    ${readout("Not decoded", run.failed ? `✕ ${run.failed}` : 0, run.failed > 0)}
    ${readout("Age of data", age === null ? "–" : `${age.toFixed(1)} s`, isSilent(run))}
    ${readout("Waiting to decode", backlog?.vectors ?? "–")}
    ${readout("Waiting to store", backlog?.images ?? "–")}
  </dl>`;
}

const newestVolume = ({ lastVolumeAt }) => (lastVolumeAt ? `newest volume ${clock(lastVolumeAt)}` : "no volume yet");

export function health() {
  const { services = [], kafka, registry, store, scanner } = state.system ?? {};
  const rows = [
    scanner && { name: "scanner", state: scanner.state, message: newestVolume(scanner) },
    ...services,
    ...[["broker", kafka], ["registry", registry], ["store", store]].map(([name, part]) => part && { name, ...part }),
  ].filter(Boolean);
  return html`<section class="panel health" aria-labelledby="health"><h2 id="health">Health</h2>
    ${rows.length ? html`<ul>${rows.map(row)}</ul>` : html`<p class="quiet">not reported yet</p>`}</section>`;
}

/** A service that runs needs no more words; of a server it says where it is. */
const said = (part) => [part.state === "up" && part.address ? "" : part.message, part.address].filter(Boolean).join(" · ");

const row = (part) => html`<li data-state=${part.state}><b>${part.name}</b><span>${part.state}</span>
  ${said(part) && said(part) !== "running" ? html`<small>${said(part)}</small>` : nothing}</li>`;

export function stages() {
  const all = Object.entries(state.stages);
  const longest = Math.max(1, ...all.map(([, stage]) => stage.p99));
  return html`<section class="panel stages" aria-labelledby="stages"><h2 id="stages">Latency by stage</h2>
    ${all.length ? html`<table><thead><tr><th scope="col">Stage</th><td></td><th scope="col">p50</th><th scope="col">p99</th></tr></thead>
      <tbody>${all.map(([name, stage]) => html`<tr class=${name}><th scope="row">${name}</th>
        <td class="bar"><i class="p99" .style=${width(stage.p99, longest)}></i><i class="p50" .style=${width(stage.p50, longest)}></i></td>
        <td>${duration(stage.p50)}</td><td>${duration(stage.p99)}</td></tr>`)}</tbody></table>`
    : html`<p class="quiet">not measured yet</p>`}</section>`;
}

const width = (millis, longest) => `width:${((100 * Math.max(0, millis)) / longest).toFixed(1)}%`;

export function letters() {
  const count = state.totals?.deadLetters ?? state.letters.length;
  const since = state.totals?.deadLettersSince ?? null;
  return html`<section class="panel letters" aria-labelledby="letters"><h2 id="letters">${count ? many(count, "dead letter") : "Dead letters"}</h2>
    ${state.letters.length === 0 ? html`<p class="quiet">none${since === null ? "" : ` since ${when(since)}`}: every record could be used</p>` : html`
      <ul tabindex="0" aria-label="Dead letters, newest first">${repeat(state.letters, (letter) => letter.id, letter)}</ul>
      <p class="quiet">Once the cause is mended: <code>./mindstream dead-letters redrive</code></p>`}
    ${since === null ? nothing : html`<p class="quiet">Earlier than ${when(since)}: <code>./mindstream dead-letters list</code></p>`}</section>`;
}

const letter = (one) => html`<li><b>${one.code}</b> <span>${clock(one.at)}</span>
  ${one.runId === null ? nothing : one.trialIndex === null ? html`<span>${runInSession(one.runId)}</span>`
    : html`<a href=${to("trial", one.runId, one.trialIndex)}>${runInSession(one.runId)}, trial ${one.trialIndex + 1}</a>`}
  <p>${one.message}</p><small>${one.id} from ${one.topic}, by ${one.service}</small></li>`;
