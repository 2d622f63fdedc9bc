// A list that the API gives page by page. What was asked for before and comes later than a newer question is dropped.
import { html, nothing } from "./lit.js";
import { get } from "./api.js";
import { redraw } from "./draw.js";

export class Pages {
  items = [];
  next = null;
  error = "";
  busy = false;
  #question = 0;

  /** @param path in the API @param field of the answer that holds the items */
  constructor(path, field) {
    Object.assign(this, { path, field });
  }

  /** Asks anew. */
  ask(query) {
    this.query = query;
    this.items = [];
    this.next = null;
    return this.#fetch(null);
  }

  more = () => this.#fetch(this.next);

  async #fetch(after) {
    const question = ++this.#question;
    Object.assign(this, { busy: true, error: "" });
    redraw();
    try {
      const page = await get(this.path, { limit: 48, ...this.query, after });
      if (question !== this.#question) return;
      this.items = [...this.items, ...(page[this.field] ?? [])];
      this.next = page.next ?? null;
    } catch (failure) {
      if (question === this.#question) this.error = failure.message;
    }
    if (question === this.#question) this.busy = false;
    redraw();
  }

  /** What is under the list: more of it, why there is none, or that it is empty. */
  foot(nothingFound) {
    if (this.error) return html`<p class="note bad" role="alert">✕ ${this.error}
      <button class="button" @click=${() => this.ask(this.query)}>Try again</button></p>`;
    if (this.busy) return html`<p class="quiet" role="status">loading</p>`;
    if (this.items.length === 0) return html`<p class="quiet" role="status">${nothingFound}</p>`;
    return this.next === null ? nothing : html`<p><button class="button more" @click=${this.more}>Show more</button></p>`;
  }
}

/** Calls `more` of a list whose button comes into sight. */
export const onSight = (pages) => {
  const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && !pages.busy && pages.next !== null && pages.more());
  let watched = null;
  return () => {
    const button = document.querySelector("button.more");
    if (button === watched) return;
    watch.disconnect();
    watched = button;
    if (button) watch.observe(button);
  };
};
