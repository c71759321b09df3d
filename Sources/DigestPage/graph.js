/** How far lines between the same boxes stand apart, as in PictureCurve.swift. */
const spread = 30;

/** What is chosen: a node or a line. */
let selected = {};

/** Where the way from the centre of a box to a point leaves the box. */
function rim(node, point, gap) {
  const [dx, dy] = [point.x - node.x, point.y - node.y];
  const scale = Math.max(Math.abs(dx) / (node.width / 2 + gap), Math.abs(dy) / (node.height / 2 + gap));
  return scale <= 1 ? node : { x: node.x + dx / scale, y: node.y + dy / scale };
}

/** The way of a line: a quadratic Bézier curve. */
function way(line) {
  const [a, b] = line.ends.map((end) => nodes[end]);
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.max(Math.hypot(dx, dy), 1);
  const offset = line.bend * spread;
  const control = { x: (a.x + b.x) / 2 - (dy / length) * offset, y: (a.y + b.y) / 2 + (dx / length) * offset };
  return { start: rim(a, control, 1), control, end: rim(b, control, line.isMutual ? 1 : 3) };
}

/** How many events that took place a line shows; 0 where none did. */
function weight(line) {
  const actual = line.relations.filter((number) => relations[number].isShown && isActual(relations[number].status));
  return line.relations.length === 0 ? (line.weight ?? 0) : Math.min(line.weight ?? 0, actual.length);
}

const statusesOf = (line) =>
  line.relations.filter((number) => relations[number].isShown).map((number) => relations[number].status);

/** What stands beside a line: "met with ×2", "visited (planned)". */
function caption(line) {
  const statuses = statusesOf(line);
  const note = stroke(statuses) === "actual" ? "" : ` (${statuses[0]})`;
  return spaced(line.type) + (weight(line) > 1 ? ` ×${weight(line)}` : "") + note;
}

/** Makes the picture's elements, once. */
function startGraph() {
  const kinds = [...new Set(lines.map((line) => line.kind))];
  for (const line of lines) {
    line.path = svg("path.stroke", line.isMutual ? {} : { "marker-end": `url(#arrow-${line.kind})` });
    line.area = svg("path.area");
    line.words = svg("text");
    line.title = svg("title");
    line.element = svg(`g.line.kind-${line.kind}${line.isEdge ? ".edge" : ""}`, { click: () => openLine(line) },
      line.area, line.path, line.words, line.title);
  }
  for (const node of nodes) {
    const entity = entities[node.entity];
    const top = -((node.label.length - 1) * 15) / 2 + 4.2;
    node.element = svg(`g.node.type-${entity.type}`, { id: `node-${node.entity}` },
      svg("title", {}, `${entity.name} (${[entity.subtype ?? entity.type, entity.country].filter(Boolean).join(", ")})`),
      svg("path", { d: node.outline }),
      svg("text", {}, ...node.label.map((text, place) => svg("tspan", { x: 0, y: top + place * 15 }, text))));
    place(node);
  }
  byId("picture").append(
    svg("defs", {}, ...kinds.map((kind) =>
      svg(`marker.kind-${kind}`, { id: `arrow-${kind}`, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8,
        markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto" }, svg("path", { d: "M0 .8L8 4L0 7.2Z" })))),
    svg("g", {}, ...lines.map((line) => line.element)),
    svg("g", {}, ...nodes.map((node) => node.element)));
  startLegend(kinds);
  startPointer();
}

/** Puts a node and the lines at it where they belong. */
function place(node) {
  node.element.setAttribute("transform", `translate(${node.x} ${node.y})`);
}

function draw(line) {
  const { start, control, end } = way(line);
  const path = `M${start.x} ${start.y}Q${control.x} ${control.y} ${end.x} ${end.y}`;
  line.path.setAttribute("d", path);
  line.area.setAttribute("d", path);
  const t = (line.caption ?? 50) / 100;
  const at = (key) => (1 - t) * (1 - t) * start[key] + 2 * t * (1 - t) * control[key] + t * t * end[key];
  line.words.setAttribute("x", at("x"));
  line.words.setAttribute("y", at("y") + 3.5);
}

/** Shows what the filters let through. */
function redrawGraph() {
  const hidden = (end) => filter.kinds.has(entities[nodes[end].entity].type);
  for (const line of lines) {
    line.isShown = !line.ends.some(hidden) &&
      (line.relations.length === 0 || line.relations.some((number) => relations[number].isShown));
    line.element.toggleAttribute("hidden", !line.isShown);
    if (!line.isShown) continue;
    const kind = stroke(statusesOf(line));
    for (const name of ["actual", "open", "denied"]) line.element.classList.toggle(name, name === kind);
    line.element.classList.toggle("silent", line.caption === undefined);
    line.path.setAttribute("stroke-width", 1.3 + Math.min(Math.max(weight(line) - 1, 0) * 0.6, 3));
    line.words.textContent = caption(line);
    line.title.textContent = line.ends.map((end) => entities[nodes[end].entity].name).join(` – ${caption(line)} – `);
    draw(line);
  }
  for (const node of nodes) {
    node.isShown = node.lines.some((line) => line.isShown);
    node.element.toggleAttribute("hidden", !node.isShown);
  }
  document.querySelector("#view-graph .empty").hidden = nodes.some((node) => node.isShown);
}

/** Chooses a node or a line, or nothing: what is not beside it steps back. */
function select({ node, line }) {
  selected = { node, line };
  const picture = byId("picture");
  picture.classList.toggle("choosing", Boolean(node || line));
  const near = new Set(line ? line.ends.map((end) => nodes[end]) : node ? [node] : []);
  for (const other of node ? node.lines : []) if (other.isShown) other.ends.forEach((end) => near.add(nodes[end]));
  for (const other of nodes) {
    other.element.classList.toggle("near", near.has(other));
    other.element.classList.toggle("chosen", other === node);
  }
  for (const other of lines) {
    const isNear = other === line || (node !== undefined && other.ends.some((end) => nodes[end] === node));
    other.element.classList.toggle("near", isNear);
    if (isNear) other.element.parentNode.append(other.element);
  }
  node ? picture.setAttribute("aria-activedescendant", node.element.id) : picture.removeAttribute("aria-activedescendant");
}

/** What colours and strokes mean; a type of thing can be left out. */
function startLegend(kinds) {
  const types = [...new Set(nodes.map((node) => entities[node.entity].type))];
  const names = { meeting: "met", visit: "visited, attended", accord: "agreed, signed", award: "awarded",
    country: "country, place", business: "built, financed, owned", office: "office, membership" };
  const toggle = (type) => (event) => {
    const isOff = !filter.kinds.delete(type) && Boolean(filter.kinds.add(type));
    event.currentTarget.setAttribute("aria-pressed", !isOff);
    refilter();
  };
  byId("legend").append(
    el("p", {}, ...types.map((type) =>
      el(`button.tag.type-${type}`, { type: "button", "aria-pressed": "true", title: "Show or hide", click: toggle(type) }, type))),
    el("p", {}, ...kinds.map((kind) => el(`span.key.kind-${kind}`, {}, names[kind]))),
    el("p", {}, el("span.key.open", {}, "planned, proposed"), el("span.key.denied", {}, "denied, cancelled")));
}

function resetLegend() {
  filter.kinds.clear();
  for (const button of byId("legend").querySelectorAll("button")) button.setAttribute("aria-pressed", "true");
}
