// Draws the state inside the page, then every state that /api/events sends. No framework, no build step.
const $ = (id) => document.getElementById(id);
const cards = new Map();

/** Makes an element: make("div", {className: "frame"}, child, …). */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== null));
  return element;
}

function duration(millis) {
  if (millis === null) return "";
  if (millis < 999.5) return `${millis < 10 ? millis.toFixed(1) : Math.round(millis)} ms`;
  return millis < 60000 ? `${(millis / 1000).toFixed(millis < 10000 ? 2 : 1)} s` : `${Math.round(millis / 60000)} min`;
}

function picture(src, alt) {
  return make("img", { src, alt });
}

function seen(trial) {
  if (trial.stimulus) return make("div", { className: "frame" }, picture(trial.stimulus, `Shown: ${trial.trialType}`));
  const word = make("div", { className: "word" }, trial.trialType || "trial", make("small", {}, "shown"));
  return make("div", { className: "frame" }, word);
}

function decoded(trial, sample) {
  const src = trial.samples[sample];
  if (src) return make("div", { className: "frame" }, picture(src, `Decoded, sample ${sample + 1}: ${trial.trialType}`));
  if (trial.preview && sample === 0) {
    const image = picture(trial.preview, `Being decoded: ${trial.trialType}`);
    image.className = "coming";
    const done = make("i");
    done.style.width = `${(100 * trial.previewStep) / Math.max(1, trial.previewSteps)}%`;
    return make("div", { className: "frame" }, image, make("div", { className: "steps" }, done));
  }
  if (trial.failure) {
    const word = make("div", { className: "word", title: trial.failure.message }, "failed", make("small", {}, trial.failure.code));
    return make("div", { className: "frame failed" }, word);
  }
  return make("div", { className: "frame" }, make("div", { className: "wait", title: "not decoded yet" }));
}

const isDone = (trial) => trial.failure !== null || trial.samples.every((sample) => sample !== null);

function drawRun(run, totals) {
  $("run").hidden = !run;
  if (!run) return;
  $("run-id").textContent = run.runId;
  $("run-state").textContent = { STARTED: "scanning", ENDED: "ended", ABORTED: "aborted" }[run.state];
  $("run-state").className = `state ${run.state}`;
  const tr = Number(run.repetitionTimeSeconds.toFixed(3));
  $("run-facts").textContent = [run.source, `TR ${tr} s`, `${run.grid} voxels`, `ROI ${run.roiId}`].join("  ·  ");
  const share = run.expectedVolumes ? Math.min(1, run.volumes / run.expectedVolumes) : run.state === "ENDED" ? 1 : 0;
  $("progress").firstElementChild.style.width = `${100 * share}%`;
  $("progress").setAttribute("aria-valuenow", Math.round(100 * share));
  const of = (n, all) => (all ? `${n} of ${all}` : `${n}`);
  $("run-counts").textContent =
    `${of(run.volumes, run.expectedVolumes)} volumes  ·  ${of(run.trials, run.expectedTrials)} trials shown  ·  ${run.images} images`;
  $("run-reason").hidden = !run.reason;
  $("run-reason").textContent = run.reason ?? "";
  $("brain").hidden = !run.brain;
  if (run.brain && !$("brain").src.endsWith(run.brain)) $("brain").src = run.brain;
  $("total-trials").textContent = totals.trials;
  $("total-images").textContent = totals.images;
  $("total-letters").textContent = totals.deadLetters;
  $("letters-box").classList.toggle("bad", totals.deadLetters > 0);
}

/** The newest trial that is decoded or being decoded; else the newest. */
function heroOf(trials) {
  return trials.find((trial) => trial.preview || trial.failure || trial.samples.some((sample) => sample)) ?? trials[0];
}

let heroShown = "";
function drawHero(trial) {
  $("live").hidden = !trial;
  const shown = JSON.stringify(trial);
  if (!trial || shown === heroShown) return;
  heroShown = shown;
  $("hero-label").textContent = trial.trialType || "trial";
  const missing = trial.volumesUsed < trial.volumesExpected ? `  ·  ${trial.volumesUsed} of ${trial.volumesExpected} volumes` : "";
  $("hero-trial").textContent = `trial ${trial.trialIndex + 1}  ·  onset ${trial.onsetSeconds.toFixed(1)} s${missing}`;
  $("hero-seen").replaceWith(Object.assign(seen(trial), { id: "hero-seen" }));
  const samples = $("hero-decoded");
  samples.className = `samples ${trial.samples.length === 1 ? "one" : trial.samples.length > 4 ? "three" : ""}`;
  samples.replaceChildren(...trial.samples.map((_, sample) => decoded(trial, sample)));
  const pair = samples.closest(".pair");
  pair.classList.toggle("many", trial.samples.length > 1);
  pair.classList.toggle("busy", !isDone(trial));
  $("hero-caption").textContent = trial.failure
    ? `not decoded: ${trial.failure.message}`
    : isDone(trial)
    ? `decoded${trial.totalMillis === null ? "" : ` ${duration(trial.totalMillis)} after its last volume`}`
    : trial.preview ? `step ${trial.previewStep} of ${trial.previewSteps}` : "waiting for its volumes";
}

function drawStages(stages) {
  const longest = Math.max(1, ...Object.values(stages).map((stage) => stage.p99));
  const width = (millis) => `${(100 * Math.max(0, millis)) / longest}%`;
  $("stages").replaceChildren(...Object.entries(stages).map(([name, stage]) => {
    const p99 = make("i", { className: "p99" });
    p99.style.width = width(stage.p99);
    const p50 = make("i", { className: "p50" });
    p50.style.width = width(stage.p50);
    const bar = make("div", { className: "bar", title: `p50 ${duration(stage.p50)}, p99 ${duration(stage.p99)}, ${stage.count} pictures` }, p99, p50);
    return make("div", { className: `stage ${name}` }, make("span", {}, name), bar, make("span", {}, duration(stage.p50)));
  }));
}

function drawLetters(letters) {
  $("letters").replaceChildren(...letters.map((letter) =>
    make("li", {}, make("b", {}, `${letter.code} · ${letter.topic}`), letter.message)));
}

function card(trial) {
  const two = make("div", { className: "two" }, seen(trial), decoded(trial, 0));
  const more = trial.samples.length > 1
    ? make("div", { className: "more" }, ...trial.samples.slice(1).map((_, i) => decoded(trial, i + 1))) : null;
  const foot = make("footer", {}, make("b", { title: trial.trialType }, trial.trialType || "trial"),
    make("span", { title: "from the last volume's acquisition to the stored picture" }, duration(trial.totalMillis)));
  return make("article", { className: "card" }, two, more, foot, make("p", { title: trial.key }, trial.key));
}

function drawGrid(trials) {
  $("past").hidden = trials.length === 0;
  const keys = new Set(trials.map((trial) => trial.key));
  for (const [key, known] of cards) if (!keys.has(key)) { known.element.remove(); cards.delete(key); }
  let before = null;
  for (const trial of [...trials].reverse()) {
    const shown = JSON.stringify(trial);
    let known = cards.get(trial.key);
    if (!known) cards.set(trial.key, (known = { shown, element: card(trial) }));
    else if (known.shown !== shown) {
      const next = card(trial);
      next.style.animation = "none";
      known.element.replaceWith(next);
      Object.assign(known, { shown, element: next });
    }
    if (known.element.nextElementSibling !== before || !known.element.parentElement) $("grid").insertBefore(known.element, before);
    before = known.element;
  }
}

function draw(state) {
  const nothing = !state.run && state.trials.length === 0;
  $("empty").hidden = !nothing;
  const model = state.model;
  $("model").hidden = !model;
  const vectors = model && model.normalisation ? ` · vectors ${model.normalisation === "none" ? "not normalised" : model.normalisation}` : "";
  if (model) $("model").textContent = `${model.id} · ${model.sampler} ${model.steps} steps · ${model.device}${vectors}`;
  $("untrained").hidden = !model || model.trained;
  drawRun(state.run, state.totals);
  drawHero(heroOf(state.trials));
  drawStages(state.stages);
  drawLetters(state.deadLetters);
  drawGrid(state.trials);
  document.title = state.totals.images ? `${state.totals.images} images · Mindstream` : "Mindstream";
}

function linked(on) {
  $("link").classList.toggle("on", on);
  $("link").textContent = on ? "live" : "reconnecting";
}

draw(JSON.parse($("state").textContent));
const events = new EventSource("/api/events");
events.addEventListener("open", () => linked(true));
events.addEventListener("error", () => linked(false));
for (const name of ["state", "heartbeat"]) events.addEventListener(name, (event) => draw(JSON.parse(event.data)));
