// Requests to the server; errors are sentences for people.

// A seed has 64 bits, which no number of JavaScript holds: such numbers stay the text that was sent.
const exact = (key, value, context) =>
  Number.isInteger(value) && !Number.isSafeInteger(value) ? context?.source ?? `about ${value}` : value;

async function answer(request) {
  let response;
  try {
    response = await request;
  } catch {
    throw new Error("The server does not answer. It may be starting again; this page tries on.");
  }
  const text = await response.text();
  let body = {};
  try {
    body = JSON.parse(text, exact);
  } catch {
    if (response.ok) throw new Error("The server's answer could not be read. Reload the page.");
  }
  if (!response.ok) throw new Error(body.message ?? `The server answered ${response.status}.`);
  return body;
}

/** Query parameters in an address; those without a value are left out. */
export function address(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== "" && value !== null && value !== undefined);
  return `api/v1/${path}${given.length ? `?${new URLSearchParams(given)}` : ""}`;
}

export const get = (path, query) => answer(fetch(address(path, query)));

export const post = (path, body) =>
  answer(fetch(address(path), { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }));

/** Every trial of a run, page by page, given to `take` as they come. */
export async function allTrials(run, take) {
  let after = null;
  do {
    const page = await get(`runs/${run}/trials`, { limit: 200, after });
    take(page.trials ?? []);
    after = page.next;
  } while (after !== null && after !== undefined);
}
