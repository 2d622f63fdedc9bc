// A chart is an element of its own that a template puts in place; uPlot draws it again only when its data change.
import uPlot from "../vendor/uplot/dist/uPlot.esm.js";
import { onTheme } from "./theme.js";

const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const hours = (chart, splits, axis, space, step) => splits.map((seconds) => new Date(1000 * seconds).toLocaleTimeString([],
  { hour: "2-digit", minute: "2-digit", hour12: false, ...(step < 60 && { second: "2-digit" }) }));
const END = { pad: 0.1, soft: 0, mode: 1 };
const FROM_ZERO = { min: END, max: END };
const toLimit = (limit) => ({ min: END, max: { ...END, soft: 1.1 * limit } });
const FONT = "12px 'IBM Plex Mono', monospace";

function axis(more) {
  return { font: FONT, stroke: color("--faint"), grid: { stroke: color("--hair"), width: 1 }, ticks: { show: false }, ...more };
}

/** The first limits are for a note, the last is what is bad. */
const drawLimits = (limits) => ({ ctx, bbox, valToPos }) => {
  ctx.save();
  ctx.setLineDash([8, 6]);
  limits.forEach((limit, i) => {
    const y = Math.round(valToPos(limit, "y", true)) + 0.5;
    ctx.strokeStyle = color(i === limits.length - 1 ? "--bad" : "--warn");
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
  });
  ctx.restore();
};

/** A single line has no style of its own. */
const series = (lines, name, bars) => lines.map(({ stroke = "--accent", dash, label = name }) => ({
  label, stroke: color(stroke), dash, fill: bars ? color(stroke) : undefined, width: 1.5, points: { show: false },
  paths: bars ? uPlot.paths.bars({ size: [0.7, 6] }) : undefined }));

function options({ height, time, bars, name, format, lines, limits = [] }) {
  return {
    width: 300, height, legend: { show: false }, padding: [8, 20, 0, 0],
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
    scales: { x: { time: Boolean(time) }, y: limits.length ? { range: toLimit(Math.max(...limits)) } : bars ? { range: FROM_ZERO } : {} },
    hooks: { drawAxes: [drawLimits(limits)] },
    axes: [
      axis({ size: 26, space: 70, ...(time && { values: hours }) }),
      axis({ size: 64, space: 26, values: (chart, splits) => splits.map(format) }),
    ],
    series: [{}, ...series(lines, name, bars)],
  };
}

/** @param setup { name, height, time?, bars?, limits?, lines?: [{ label, stroke, dash? }], format: value to text } */
export function chart({ lines = [{}], ...more }) {
  const setup = { ...more, lines };
  const element = Object.assign(document.createElement("div"), { className: "chart" });
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", setup.name);
  let data = [[], ...lines.map(() => [])];
  let last = null;
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
    /** @param points newest last @param x of a point @param y of a point and a line's number, null for a gap */
    show(points, x, y) {
      const xs = points.map(x);
      if (plot && xs.length === data[0].length && last === points.at(-1)) return;
      last = points.at(-1);
      data = [xs, ...lines.map((_, line) => points.map((point) => y(point, line)))];
      const newest = data.length === 2 ? data[1].at(-1) : null;
      const words = newest === undefined || newest === null ? "" : `, newest ${setup.format(newest)}`;
      element.setAttribute("aria-label", `${setup.name}, ${xs.length} points${words}`);
      if (plot) plot.setData(data);
      else build();
    },
  };
}
