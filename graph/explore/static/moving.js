"use strict";
// A picture by itself: nodes are dragged, the ground moves the whole, the wheel enlarges it, and a double click puts all back.

const picture = document.querySelector("svg.ring");
const whole = picture.getAttribute("viewBox");
picture.removeAttribute("width");
picture.removeAttribute("height");
const moved = new Map([...picture.querySelectorAll("[data-node]")].map((node) => [node.dataset.node, { node, x: 0, y: 0 }]));
const lines = [...picture.querySelectorAll(".line")].map((line) => ({
  line,
  ends: line.dataset.ends.split(" "),
  letters: line.getAttribute("d").match(/[A-Z]/g),
  places: line.getAttribute("d").match(/-?[\d.]+/g).map(Number),
}));
let held = null;

function place(event) {
  return new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());
}

// A path is a beginning, one point that bends it or none, and an end; the point in between goes half the way with both.
function draw({ line, ends, letters, places }) {
  const [from, to] = ends.map((end) => moved.get(end) ?? { x: 0, y: 0 });
  const points = [];
  for (let i = 0; i < places.length; i += 2) {
    const share = i / (places.length - 2);
    points.push(`${places[i] + from.x * (1 - share) + to.x * share} ${places[i + 1] + from.y * (1 - share) + to.y * share}`);
  }
  line.setAttribute("d", `${letters[0]}${points[0]}${letters[1]}${points.slice(1).join(" ")}`);
}

function move(number, x, y) {
  const one = moved.get(number);
  one.x = x;
  one.y = y;
  one.node.setAttribute("transform", `translate(${x} ${y})`);
  lines.filter(({ ends }) => ends.includes(number)).forEach(draw);
}

function look(number) {
  const tied = new Set(number === null ? moved.keys() : lines.filter(({ ends }) => ends.includes(number)).flatMap(({ ends }) => ends));
  for (const [other, { node }] of moved) node.classList.toggle("faint", number !== null && other !== number && !tied.has(other));
  for (const { line, ends } of lines) line.classList.toggle("faint", number !== null && !ends.includes(number));
}

picture.addEventListener("pointerdown", (event) => {
  const node = event.target.closest("[data-node]");
  const at = place(event);
  const view = picture.viewBox.baseVal;
  const one = node ? moved.get(node.dataset.node) : { x: view.x, y: view.y };
  held = { number: node ? node.dataset.node : null, at, x: one.x, y: one.y };
  picture.setPointerCapture(event.pointerId);
});

picture.addEventListener("pointermove", (event) => {
  if (!held) {
    const node = event.target.closest("[data-node]");
    look(node ? node.dataset.node : null);
    return;
  }
  const at = place(event);
  if (held.number !== null) {
    move(held.number, held.x + at.x - held.at.x, held.y + at.y - held.at.y);
  } else {
    const view = picture.viewBox.baseVal;
    view.x -= at.x - held.at.x;
    view.y -= at.y - held.at.y;
  }
});

picture.addEventListener("pointerup", () => {
  held = null;
});

picture.addEventListener("wheel", (event) => {
  event.preventDefault();
  const view = picture.viewBox.baseVal;
  const at = place(event);
  const by = Math.exp(event.deltaY / 500);
  view.x = at.x - (at.x - view.x) * by;
  view.y = at.y - (at.y - view.y) * by;
  view.width *= by;
  view.height *= by;
}, { passive: false });

picture.addEventListener("dblclick", () => {
  picture.setAttribute("viewBox", whole);
  for (const number of moved.keys()) move(number, 0, 0);
});
