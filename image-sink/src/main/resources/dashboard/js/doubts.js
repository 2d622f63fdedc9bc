// Why a trial should be doubted, in words: in a note each, or in few of them on a card.
import { html, nothing } from "./lit.js";
import { moved } from "./quality.js";
import { qualityShort, qualityWords } from "./words.js";

/** What two flags say in the same words is said once. */
const each = (trial, words) => [...new Set(trial.quality.map((flag) => words(flag, flag === "motion" ? moved(trial) : null)))];

const long = (flag, millimetres) => (millimetres === null ? qualityWords(flag) : `${qualityWords(flag)}, ${millimetres.toFixed(1)} mm`);
const brief = (flag, millimetres) => (millimetres === null ? qualityShort(flag) : `moved ${millimetres.toFixed(1)} mm`);

export const doubts = (trial) => each(trial, long).map((words) => html`<p class="note warn">▲ ${words}</p>`);

export const doubtsInShort = (trial) => (trial.quality.length
  ? html`<span class="note warn">▲ ${each(trial, brief).join(", ")}</span>` : nothing);

/** Changes where the words do, which are known only once the run's quality is. */
export const doubtsKey = (trial) => (trial.quality.includes("motion") ? moved(trial) : null);
