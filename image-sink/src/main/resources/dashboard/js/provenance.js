// A document as readable groups. It follows the document: a field that is added later shows without a change here.
import { html, nothing } from "./lit.js";
import { duration, fieldWords } from "./words.js";

const LONG = 22; // characters; what is longer gets a line of its own
const isGroup = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isTable = (value) => Array.isArray(value) && value.some(isGroup);

function text(name, value) {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (name.endsWith("Seconds")) return `${value} s`;
  if (name.endsWith("Millis")) return duration(value);
  if (Array.isArray(value)) return value.length ? value.join(", ") : "nothing known against it";
  return String(value);
}

const fact = (name, value, more = nothing) => html`<div><dt>${fieldWords(name)}</dt>
  <dd class=${String(value).length > LONG ? "long" : ""}>${text(name, value)}${more}</dd></div>`;

const facts = (entries) => html`<dl class="facts">${entries.map(([name, value]) => fact(name, value))}</dl>`;

/** Times of stages, each with how long after the one before. */
function times(group) {
  const entries = Object.entries(group).sort(([, a], [, b]) => a.localeCompare(b));
  return html`<dl class="facts">${entries.map(([name, value], i) => fact(name, value,
    i === 0 ? nothing : html` <small>+${duration(Date.parse(value) - Date.parse(entries[i - 1][1]))}</small>`))}</dl>`;
}

function table(rows) {
  const names = [...new Set(rows.flatMap(Object.keys))];
  return html`<div class="wide" tabindex="0" role="region" aria-label="Table, scrolls sideways"><table>
    <thead><tr>${names.map((name) => html`<th scope="col">${fieldWords(name)}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${names.map((name) => html`<td>${row[name] === undefined ? "" : text(name, row[name])}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

const group = (name, body) => html`<section class="group"><h3>${fieldWords(name)}</h3>${body}</section>`;

export function provenance(document) {
  const entries = Object.entries(document).filter(([, value]) => value !== null);
  const plain = entries.filter(([, value]) => !isGroup(value) && !isTable(value));
  return html`<div class="provenance">${group("trial", facts(plain))}
    ${entries.filter(([, value]) => isGroup(value)).map(([name, value]) =>
      group(name, name === "times" ? times(value) : facts(Object.entries(value).filter(([, one]) => one !== null))))}
    ${entries.filter(([, value]) => isTable(value)).map(([name, value]) => html`<div class="full">${group(name, table(value))}</div>`)}</div>`;
}
