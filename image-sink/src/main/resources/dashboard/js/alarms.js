// What must not be overlooked, in one bar over everything, in the title and in the tab's icon.
import { html, nothing } from "./lit.js";
import { dataAge, isSilent, qualityOf, shownRun, state, trialsOf } from "./store.js";
import { displacement, isBad } from "./quality.js";
import { many, qualityWords, runWords, trialNumber } from "./words.js";

const OLD = "What is shown here is old. The page tries again by itself; if this stays, see whether the sink is running.";
const RECENT = 5;
const MANY_BAD = 2;
const RECENT_VOLUMES = 10;
const MANY_BAD_VOLUMES = 3;
const ABORTED_MILLIS = 600_000; // what was aborted longer ago is history

/** Each alarm is { title, message }, the worst first. */
export function alarms() {
  if (state.link === "lost") {
    return [{ title: "Connection lost", message: OLD }];
  }
  return [...scanner(), ...parts(), ...volumes(), ...quality()];
}

const ago = (run) => Date.now() - Date.parse(run.lastVolumeAt ?? run.startedAt);

function scanner() {
  const run = shownRun();
  if (!run) return [];
  if (run.state === "ABORTED" && ago(run) < ABORTED_MILLIS) {
    return [{ title: "Run aborted", message: `${runWords(run.runId)}: ${run.reason ?? "no reason was given"}.` }];
  }
  if (!isSilent(run)) return [];
  const age = dataAge(run);
  const since = age === null ? "" : ` for ${many(Math.round(age), "second")}`;
  return [{ title: "Data stopped", message: `No volume has come${since}. Look at the scanner and at what sends from it.` }];
}

function parts() {
  const { services = [], kafka, registry, store } = state.system ?? {};
  const servers = [["Kafka", kafka], ["Schema registry", registry], ["Object store", store]]
    .filter(([, part]) => part).map(([name, part]) => ({ name, ...part }));
  return [...services, ...servers].filter((part) => part.state === "down")
    .map((part) => ({ title: `${part.name} is down`, message: part.message ?? "" }));
}

const FLAGS = {
  DVARS: "the signal jumps", SPIKES: "many voxels are outliers", GAP: "volumes are missing", GHOST: "the ghost is bright", REFUSED: "volumes cannot be read",
};

/** The head moved just now, or volume after volume is bad. */
function volumes() {
  const run = shownRun();
  if (run?.state !== "STARTED") return [];
  const recent = qualityOf(run.runId).slice(-RECENT_VOLUMES);
  const jerk = recent.findLast((point) => point.flags.includes("MOTION"));
  if (jerk) {
    return [{ title: "Head moved", message: `${displacement(jerk).toFixed(1)} mm before volume ${jerk.volume + 1}. Trials around it are not to be trusted; ask the subject to lie still.` }];
  }
  const bad = recent.filter(isBad);
  if (bad.length < MANY_BAD_VOLUMES) return [];
  const why = [...new Set(bad.flatMap((point) => point.flags))].map((flag) => FLAGS[flag]).filter(Boolean);
  return [{ title: "Volumes are bad", message: `${bad.length} of the last ${recent.length}: ${why.join(", ")}.` }];
}

function quality() {
  const run = shownRun();
  if (run?.state !== "STARTED") return [];
  const recent = trialsOf(run.runId).filter((trial) => ["decoded", "failed"].includes(trial.state)).slice(-RECENT);
  const bad = recent.filter((trial) => trial.state === "failed" || trial.quality.includes("volumes-missing"));
  if (bad.length < MANY_BAD) return [];
  const newest = bad.at(-1);
  const why = newest.failure?.message ?? newest.quality.map(qualityWords).join(", ");
  return [{ title: "Quality is bad", message: `${bad.length} of the last ${recent.length} trials; trial ${trialNumber(newest)}: ${why}.` }];
}

const SIGN = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path
  d="M12 2 1 22h22L12 2Zm-1.2 7h2.4l-.4 7h-1.6L10.8 9ZM12 17.4a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8Z"/></svg>`;

/** The bar; it stays in the page, so that a screen reader speaks what comes into it. */
export const alarmBar = (all) => html`<div id="alarm" role="alert" class="alarm" ?data-on=${all.length > 0}>
  ${all.length === 0 ? nothing : html`${SIGN}
  <ul>${all.map((alarm) => html`<li><b>${alarm.title}</b> ${alarm.message}</li>`)}</ul>`}
</div>`;

/** Title and icon of the tab. */
export function showInTab(all, title) {
  const text = all.length ? `⚠ ${all[0].title} · ${title}` : title;
  if (document.title !== text) document.title = text;
  const icon = document.querySelector("link[rel=icon]");
  const file = all.length ? "assets/icon-alarm.svg" : "assets/icon.svg";
  if (icon.getAttribute("href") !== file) icon.setAttribute("href", file);
}
