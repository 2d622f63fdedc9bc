// All that the event stream told, in its newest form. Views read it; only `apply` writes it.
const POINTS = 3000;
const LETTERS = 100;

export const state = {
  link: "connecting", version: "", runs: new Map(), trials: new Map(), signals: new Map(), qualities: new Map(),
  stages: {}, totals: null, system: null, heard: new Map(), letters: [], pinned: null,
  epochs: 0, since: Infinity,
};

/** Puts a trial where it belongs among its run's; most come in order. */
export function keepTrial(trial) {
  const trials = trialsOf(trial.runId);
  const newest = trials.at(-1);
  if (!newest || newest.trialIndex < trial.trialIndex) {
    trials.push(trial);
    return;
  }
  const at = trials.findIndex((known) => known.trialIndex === trial.trialIndex);
  if (at >= 0) trials[at] = trial;
  else trials.push(trial) && trials.sort((a, b) => a.trialIndex - b.trialIndex);
}

export function trialsOf(run) {
  if (!state.trials.has(run)) state.trials.set(run, []);
  return state.trials.get(run);
}

export function signalOf(run) {
  if (!state.signals.has(run)) state.signals.set(run, []);
  return state.signals.get(run);
}

/** Appends a point of a run's trace; one that is known or older is left out. */
export function keepPoint(run, point) {
  const points = signalOf(run);
  if (points.length && points.at(-1).volume >= point.volume) return;
  points.push(point);
  if (points.length > POINTS) points.splice(0, points.length - POINTS);
}

export function qualityOf(run) {
  if (!state.qualities.has(run)) state.qualities.set(run, []);
  return state.qualities.get(run);
}

/** Puts the quality of a volume where it belongs among its run's; nearly all come in order. */
export function keepQuality(point) {
  const points = qualityOf(point.run);
  const at = points.findLastIndex((known) => known.volume <= point.volume);
  const isKnown = at >= 0 && points[at].volume === point.volume;
  points.splice(isKnown ? at : at + 1, isKnown ? 1 : 0, point);
  if (points.length > POINTS) points.splice(0, points.length - POINTS);
}

const takes = {
  hello(hello) {
    state.version = hello.version ?? state.version;
    if (!hello.reset) return;
    for (const kept of [state.runs, state.trials, state.signals, state.qualities, state.heard]) kept.clear();
    state.letters = [];
    state.epochs += 1;
    state.since = performance.now();
  },
  run(run) {
    const known = state.runs.get(run.runId);
    if (known && known.startedAt !== run.startedAt) {
      state.trials.delete(run.runId);
      state.signals.delete(run.runId);
      state.qualities.delete(run.runId);
    }
    state.runs.set(run.runId, run);
  },
  trial: keepTrial,
  signal(point) {
    state.heard.set(point.run, performance.now());
    keepPoint(point.run, point);
  },
  quality: keepQuality,
  latency: (latency) => (state.stages = latency.stages),
  totals: (totals) => (state.totals = totals),
  system: (system) => (state.system = system),
  letter(letter) {
    state.letters = [letter, ...state.letters.filter((known) => known.id !== letter.id)]
      .sort((a, b) => b.at.localeCompare(a.at)).slice(0, LETTERS);
  },
  heartbeat() {},
};

export const EVENTS = Object.keys(takes);
export const apply = (event, data) => takes[event](data);

/** Runs that are heard of now: those under way first, then by time, newest first. */
export function currentRuns() {
  const order = (run) => (run.state === "STARTED" ? `1${run.startedAt}` : `0${run.lastVolumeAt ?? run.startedAt}`);
  return [...state.runs.values()].filter((run) => run.live || run.runId === state.pinned).sort((a, b) => order(b).localeCompare(order(a)));
}

/** The run that Live and Operator show: the pinned one, else the newest. */
export const shownRun = () => state.runs.get(state.pinned) ?? currentRuns()[0] ?? null;

/** Seconds since the run's newest volume came; null where none did. */
export function dataAge(run) {
  const heard = state.heard.get(run.runId);
  if (heard !== undefined) return (performance.now() - heard) / 1000;
  return run.lastVolumeAt === null ? null : Math.max(0, (Date.now() - Date.parse(run.lastVolumeAt)) / 1000);
}

/** Whether a run that goes on brings no volumes. */
export const isSilent = (run) => run.state === "STARTED" && (run.silent ?? state.system?.scanner?.state === "silent");
