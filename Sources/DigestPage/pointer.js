/** The part of the picture that is seen, in its own coordinates. */
const seen = { x: 0, y: 0, width: 100, height: 100 };

/** The fingers or the mouse on the picture. */
const pointers = new Map();
let dragged;
let hasMoved = false;

function look() {
  const picture = byId("picture");
  picture.setAttribute("viewBox", `${seen.x} ${seen.y} ${seen.width} ${seen.height}`);
  picture.classList.toggle("far", scale() < 0.55);
}

/** Pixels of the screen for one of the picture. */
function scale() {
  const { width, height } = byId("picture").getBoundingClientRect();
  return Math.min(width / seen.width, height / seen.height) || 1;
}

/** A place on the screen in the picture's coordinates. */
function point(event) {
  const box = byId("picture").getBoundingClientRect();
  return {
    x: seen.x + seen.width / 2 + (event.clientX - box.left - box.width / 2) / scale(),
    y: seen.y + seen.height / 2 + (event.clientY - box.top - box.height / 2) / scale(),
  };
}

/** The rim of all that is shown. */
function bounds() {
  const shown = nodes.filter((node) => node.isShown);
  const most = (key, size, sign) => sign * Math.max(...shown.map((node) => sign * node[key] + node[size] / 2)) + sign * 24;
  if (shown.length === 0) return { left: 0, top: 0, right: 100, bottom: 100 };
  return { left: most("x", "width", -1), top: most("y", "height", -1), right: most("x", "width", 1), bottom: most("y", "height", 1) };
}

/** Brings everything that is shown into sight. */
function showWhole() {
  const { left, top, right, bottom } = bounds();
  // A graph of few things is not blown up, and the legend covers nothing.
  const box = byId("picture").getBoundingClientRect();
  const legend = byId("legend").getBoundingClientRect();
  const covered = legend.height > 0 && legend.top < box.bottom - 10 ? box.bottom - legend.top : 0;
  const free = Math.max(box.height - covered, 100);
  const pixels = Math.min((box.width || 900) / (right - left), free / (bottom - top), 1.6);
  const [width, height] = [(box.width || 900) / pixels, (free + covered) / pixels];
  Object.assign(seen, { x: (left + right - width) / 2, y: (top + bottom - free / pixels) / 2, width, height });
  look();
}

/** Enlarges what is seen, `center` staying where it is. */
function zoom(factor, center = { x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 }) {
  const factorInLimits = Math.min(Math.max(factor, 0.02 / scale()), 6 / scale());
  seen.x = center.x - (center.x - seen.x) / factorInLimits;
  seen.y = center.y - (center.y - seen.y) / factorInLimits;
  seen.width /= factorInLimits;
  seen.height /= factorInLimits;
  look();
}

function pan(dx, dy) {
  seen.x -= dx / scale();
  seen.y -= dy / scale();
  look();
}

/** Lets the picture fill the paper. */
function lookOnPaper() {
  const { left, top, right, bottom } = bounds();
  byId("picture").setAttribute("viewBox", `${left} ${top} ${right - left} ${bottom - top}`);
}

/** Brings a node into sight. */
function reveal(node) {
  const isSeen = node.x > seen.x && node.x < seen.x + seen.width && node.y > seen.y && node.y < seen.y + seen.height;
  if (isSeen && scale() > 0.4) return;
  if (scale() < 0.8) zoom(0.8 / scale());
  Object.assign(seen, { x: node.x - seen.width / 2, y: node.y - seen.height / 2 });
  look();
}

function startPointer() {
  const picture = byId("picture");
  picture.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), point(event));
  }, { passive: false });
  picture.addEventListener("pointerdown", (event) => {
    pointers.set(event.pointerId, event);
    hasMoved = false;
    const element = event.target.closest(".node");
    dragged = pointers.size === 1 && element ? nodes.find((node) => node.element === element) : undefined;
  });
  picture.addEventListener("pointermove", movePointer);
  for (const type of ["pointerup", "pointercancel"]) picture.addEventListener(type, endPointer);
  // A drag is no click.
  picture.addEventListener("click", (event) => hasMoved && event.stopPropagation(), { capture: true });
  picture.addEventListener("keydown", graphKey);
  byId("nearer").addEventListener("click", () => zoom(1.4));
  byId("farther").addEventListener("click", () => zoom(1 / 1.4));
  byId("whole").addEventListener("click", showWhole);
  new ResizeObserver(look).observe(picture);
}

function movePointer(event) {
  const before = pointers.get(event.pointerId);
  if (!before) return;
  const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY];
  if (!hasMoved && pointers.size === 1 && Math.hypot(dx, dy) < 4) return;
  if (!hasMoved) byId("picture").setPointerCapture(event.pointerId);
  hasMoved = true;
  if (pointers.size === 2) {
    const [other] = [...pointers.values()].filter((pointer) => pointer.pointerId !== event.pointerId);
    const reach = (from) => Math.hypot(from.clientX - other.clientX, from.clientY - other.clientY);
    zoom(reach(event) / Math.max(reach(before), 1), point(other));
  } else if (dragged) {
    dragged.x += dx / scale();
    dragged.y += dy / scale();
    place(dragged);
    dragged.lines.filter((line) => line.isShown).forEach(draw);
  } else {
    pan(dx, dy);
  }
  pointers.set(event.pointerId, event);
}

function endPointer(event) {
  if (!pointers.delete(event.pointerId) || hasMoved || event.type === "pointercancel") return;
  if (dragged) openEntity(dragged.entity);
  else if (!event.target.closest(".line")) closePanel();
}

/** The shown node that lies nearest in a direction from the chosen one. */
function nextNode(dx, dy) {
  const from = selected.node ?? { x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 };
  let best;
  for (const node of nodes) {
    if (!node.isShown || node === from) continue;
    const [x, y] = [node.x - from.x, node.y - from.y];
    const along = x * dx + y * dy;
    if (along <= 0 && selected.node) continue;
    // What lies aside counts as farther away.
    const distance = Math.hypot(x, y) + 2 * Math.abs(x * dy - y * dx);
    if (!best || distance < best.distance) best = { node, distance };
  }
  return best?.node;
}

function graphKey(event) {
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const way = ways[event.key];
  if (way && event.shiftKey) pan(-way[0] * 60, -way[1] * 60);
  else if (way) {
    const node = nextNode(...way);
    if (node) (select({ node }), reveal(node));
  } else if (event.key === "Enter" && selected.node) openEntity(selected.node.entity);
  else if (event.key === "+" || event.key === "=") zoom(1.4);
  else if (event.key === "-") zoom(1 / 1.4);
  else if (event.key === "0") showWhole();
  else return;
  event.preventDefault();
}
