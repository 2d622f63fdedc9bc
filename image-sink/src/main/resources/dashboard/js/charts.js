// A chart is an element of its own that a template puts in place; uPlot draws it again only when its data change.
import uPlot from "../vendor/uplot/dist/uPlot.esm.js";
import { onTheme } from "./theme.js";

const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const hours = (chart, splits, axis, space, step) => splits.map((seconds) => new Date(1000 * seconds).toLocaleTimeString([],
  { hour: "2-digit", minute: "2-digit", hour12: false, ...(step < 60 && { second: "2-digit" }) }));
const END = { pad: 0.1, soft: 0, mode: 1 };
const FROM_ZERO = { min: END, max: END };
const FONT = "12px 'IBM Plex Mono', monospace";

function axis(more) {
  return { font: FONT, stroke: color("--faint"), grid: { stroke: color("--hair"), width: 1 }, ticks: { show: false }, ...more };
}

function options({ height, time, bars, name, format }) {
  const paths = bars ? uPlot.paths.bars({ size: [0.7, 6] }) : undefined;
  return {
    width: 300, height, legend: { show: false }, padding: [8, 20, 0, 0],
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
    scales: { x: { time: Boolean(time) }, y: bars ? { range: FROM_ZERO } : {} },
    axes: [
      axis({ size: 26, space: 70, ...(time && { values: hours }) }),
      axis({ size: 64, space: 26, values: (chart, splits) => splits.map(format) }),
    ],
    series: [{}, { label: name, stroke: color("--accent"), fill: bars ? color("--accent") : undefined, width: 1.5, paths, points: { show: false } }],
  };
}

/** @param setup { name, height, time?, bars?, format: value to text } */
export function chart(setup) {
  const element = Object.assign(document.createElement("div"), { className: "chart" });
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", setup.name);
  let data = [[], []];
  let plot = null;
  const fit = () => element.clientWidth && plot?.setSize({ width: element.clientWidth, height: setup.height });
  const build = () => {
    plot?.destroy();
    plot = new uPlot(options(setup), data, element);
    fit();
  };
  new ResizeObserver(fit).observe(element);
  onTheme(() => plot && build());
  document.fonts.load(FONT).then(() => plot && build());
  return {
    element,
    /** @param points newest last @param x of a point @param y of a point, null for a gap */
    show(points, x, y) {
      const xs = points.map(x);
      if (plot && xs.length === data[0].length && xs.at(-1) === data[0].at(-1)) return;
      data = [xs, points.map(y)];
      const newest = data[1].at(-1);
      const last = newest === undefined || newest === null ? "" : `, newest ${setup.format(newest)}`;
      element.setAttribute("aria-label", `${setup.name}, ${xs.length} points${last}`);
      if (plot) plot.setData(data);
      else build();
    },
  };
}
