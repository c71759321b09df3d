/**
 * Makes an element: `el("p.note", {title: "…"}, "words", child)`. Text becomes text nodes, never markup; of the
 * attributes only the names come from the program, a function is called on that event, `false` and `undefined` are
 * left out.
 */
function el(name, attributes = {}, ...children) {
  return furnish(document.createElement(name.split(".")[0]), name, attributes, children);
}

/** The same in the namespace of SVG. */
function svg(name, attributes = {}, ...children) {
  return furnish(document.createElementNS("http://www.w3.org/2000/svg", name.split(".")[0]), name, attributes, children);
}

function furnish(node, name, attributes, children) {
  const classes = name.split(".").slice(1);
  if (classes.length > 0) node.setAttribute("class", classes.join(" "));
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(key, value);
    else if (value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat(2).filter((child) => child !== undefined && child !== false));
  return node;
}

/** A name or other words of a text; their direction of writing does not reach their surroundings. */
const words = (text) => el("bdi", {}, text);

/** A button that looks like a link. */
const link = (content, action) => el("button.link", { type: "button", click: action }, content);

/** A sentence with its trigger marked. */
function quoted(evidence) {
  const text = sentence(evidence);
  if (!evidence.trigger) return words(text);
  const [start, end] = evidence.trigger;
  return el("bdi", {}, text.slice(0, start), el("mark.trigger", {}, text.slice(start, end)), text.slice(end));
}

/** The status of an event that did not simply happen. */
function badge(relation) {
  if (relation.status === "happened") return undefined;
  return el(`span.badge.${stroke([relation.status])}`, {}, relation.status);
}

const byId = (id) => document.getElementById(id);
