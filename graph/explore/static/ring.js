"use strict";
// The research graph: layers and sliders without asking the server, what a node is tied to, and the picture as PNG.

const form = document.querySelector("[data-ring]");
const picture = document.querySelector("svg.ring");
const told = document.querySelector("[data-told]");
const lines = [...picture.querySelectorAll(".line")];
const nodes = new Map([...picture.querySelectorAll("[data-node]")].map((node) => [node.dataset.node, node]));
const drawn = new Set([...nodes.values()].map((node) => node.dataset.layer));
const notShown = told.textContent;

function show(element, visible) {
  if (visible) element.removeAttribute("display");
  else element.setAttribute("display", "none");
}

function apply(event) {
  const layers = new Set([...form.querySelectorAll("[name=layer]:checked")].map((box) => box.value));
  // A layer that is not drawn needs places on the ring, which the server gives.
  if (event?.target.name === "layer" && event.target.checked && !drawn.has(event.target.value)) {
    form.requestSubmit();
    return;
  }
  const since = form.since ? Number(form.since.value) : -Infinity;
  const least = Number(form.least.value);
  for (const slider of form.querySelectorAll("[type=range]")) slider.parentElement.querySelector("output").textContent = slider.value;
  const tied = new Set();
  for (const line of lines) {
    const data = line.dataset;
    const visible = data.layers.split(" ").every((layer) => layers.has(layer))
      && (data.last === undefined || Number(data.last) >= since)
      && (data.strength === undefined || Number(data.strength) >= least || data.last === undefined);
    show(line, visible);
    if (visible) data.ends.split(" ").forEach((end) => tied.add(end));
  }
  for (const [number, node] of nodes) show(node, layers.has(node.dataset.layer) && (node.dataset.layer === "papers" || tied.has(number)));
}

function choose(node) {
  const chosen = new Set([node.dataset.node]);
  for (const line of lines) {
    const ends = line.dataset.ends.split(" ");
    const mine = ends.includes(node.dataset.node);
    line.classList.toggle("chosen", mine);
    if (mine && !line.hasAttribute("display")) ends.forEach((end) => chosen.add(end));
  }
  for (const [number, one] of nodes) one.classList.toggle("chosen", chosen.has(number));
  picture.classList.add("chosing");
  const page = document.createElement("a");
  page.href = node.getAttribute("href");
  page.textContent = "its page";
  told.replaceChildren(`${node.dataset.name}: ${node.dataset.detail}. Go to `, page);
  if (node.dataset.further) {
    const further = document.createElement("a");
    further.href = node.dataset.further;
    further.textContent = "the research graph around them";
    told.append(" or to ", further);
  }
  told.append(".");
}

function release() {
  picture.classList.remove("chosing");
  told.textContent = notShown;
}

async function toPng(event) {
  event.preventDefault();
  const answer = await fetch(event.currentTarget.href);
  const source = URL.createObjectURL(new Blob([await answer.text()], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * image.width;
  canvas.height = 2 * image.height;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(source);
  const blob = await new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = "research-graph.png";
  link.click();
}

form.addEventListener("input", apply);
picture.addEventListener("click", (event) => {
  const node = event.target.closest("[data-node]");
  // The first click tells what is tied to it, the second one goes there.
  if (node && !(picture.classList.contains("chosing") && node.dataset.node === picture.dataset.chosen)) {
    event.preventDefault();
    picture.dataset.chosen = node.dataset.node;
    choose(node);
  } else if (!node) {
    release();
  }
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape") release(); });
const png = document.querySelector("[data-png]");
png.hidden = false;
png.addEventListener("click", toPng);
apply();
