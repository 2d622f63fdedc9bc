// Numbers, names and times in the words that people use.

const ENTITY = { sub: "Subject", ses: "session", run: "run" };

/** "sub-01_ses-02_task-viewing_run-03" as "Subject 01 · session 02 · viewing · run 03". */
export const runWords = (id) => parts(id).join(" · ");

/** The part of the name that a session's runs have in common. */
export const sessionWords = (id) => parts(id).slice(0, id.includes("_ses-") ? 2 : 1).join(" · ");

/** The rest of the name, as "viewing · run 03". */
export const runInSession = (id) => parts(id).slice(id.includes("_ses-") ? 2 : 1).join(" · ");

function parts(id) {
  return id.split("_").map((part) => {
    const dash = part.indexOf("-");
    const [entity, label] = [part.slice(0, dash), part.slice(dash + 1)];
    return entity === "task" ? label : `${ENTITY[entity] ?? entity}\u00a0${label}`;
  });
}

export const trialNumber = (trial) => trial.trialIndex + 1;
export const trialType = (trial) => trial.trialType || "no type given";

export function duration(millis) {
  if (millis === null || millis === undefined) return "–";
  if (Math.abs(millis) < 0.05) return "0.0 ms"; // without a sign
  if (Math.abs(millis) < 999.5) return `${Math.abs(millis) < 9.95 ? millis.toFixed(1) : Math.round(millis)} ms`;
  const seconds = millis / 1000;
  if (seconds < 99.5) return `${seconds.toFixed(seconds < 9.995 ? 2 : 1)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

/** How many volumes a trial was averaged of; before that it is not known. */
export const averaged = (trial) => (trial.volumesExpected ? of(trial.volumesUsed, trial.volumesExpected) : "–");
export const of = (count, all) => (all ? `${count} of ${all}` : `${count}`);
export const many = (count, one, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;
export const score = (value) => (value === null || value === undefined ? "–" : value.toFixed(2));

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
export const when = (iso) => (iso ? DAY.format(new Date(iso)) : "–");
export const clock = (iso) => (iso ? new Date(iso).toLocaleTimeString() : "–");

export const runState = { STARTED: "scanning", ENDED: "ended", ABORTED: "aborted" };
export const trialState = {
  waiting: "not decoded yet", decoding: "being decoded", decoded: "decoded", failed: "not decoded",
};

const QUALITY = {
  "volumes-missing": ["volumes missing", "volumes of its window are missing"],
  "model-untrained": ["model untrained", "the model is untrained: the picture is noise"],
  motion: ["head moved", "the head moved while its volumes were scanned"],
  dvars: ["signal jumped", "the brain's signal jumped from volume to volume"],
  spikes: ["outliers", "many voxels of its volumes are outliers"],
  gap: ["volumes missing", "volumes of its window are missing"],
  ghost: ["bright ghost", "its volumes have a bright ghost"],
};
export const qualityShort = (flag) => QUALITY[flag]?.[0] ?? flag.replaceAll("-", " ");
export const qualityWords = (flag) => QUALITY[flag]?.[1] ?? flag.replaceAll("-", " ");

/** Which of a trial's answers is shown, where it has several or will. */
export const revisionWords = ({ revision, revisions = [] }) => revision > 1 || revisions.some((one) => !one.last)
  ? `revision ${revision} of the answer` : "";

/** A field of a document, "lastVolumeAt", as words: "Last volume". Units go to the value. */
export function fieldWords(name) {
  const bare = name.replace(/(Seconds|Millis|Millimetres|At)$/, "") || name;
  const words = bare.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase()
    .replace(/\broi\b/, "ROI");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A repetition time; scanners write it with the rounding of what they reckon with. */
export const tr = (run) => `TR ${Number(run.repetitionTimeSeconds.toFixed(3))} s`;
