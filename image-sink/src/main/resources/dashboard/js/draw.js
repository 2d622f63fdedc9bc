// One drawing for all changes that come close together, and none while nobody looks (a hidden tab gets no frames).
const PAUSE_MILLIS = 100;
let draw = () => {};
let asked = false;
let last = -Infinity;

/** Says what draws the page. */
export function drawWith(drawing) {
  draw = drawing;
}

/** Has the page drawn soon; cheap to call often. */
export function redraw() {
  if (asked) return;
  asked = true;
  setTimeout(() => requestAnimationFrame((now) => {
    asked = false;
    last = now;
    draw();
  }), Math.max(0, last + PAUSE_MILLIS - performance.now()));
}
