// Addresses inside the page: "#/trial/RUN/7?x=y" is { view: "trial", path: ["RUN", "7"], query: { x: "y" } }.

export function route() {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const [view = "", ...rest] = path.split("/").map(decodeURIComponent);
  return { view, path: rest.filter((part) => part !== ""), query: Object.fromEntries(new URLSearchParams(query)) };
}

/** An address for links. */
export function to(view, ...rest) {
  const query = typeof rest.at(-1) === "object" ? rest.pop() : {};
  const given = Object.entries(query).filter(([, value]) => value !== "" && value !== null && value !== undefined);
  const path = [view, ...rest].map(encodeURIComponent).join("/");
  return `#/${path}${given.length ? `?${new URLSearchParams(given)}` : ""}`;
}

export const go = (...parts) => (location.hash = to(...parts));

/** Changes the address without a step in the browser's history, as a filter does while one types. */
export function replace(...parts) {
  history.replaceState(null, "", to(...parts));
}
