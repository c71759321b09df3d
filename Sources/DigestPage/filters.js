/** What the reader has chosen to leave out, and to look for. */
const filter = { types: new Set(), statuses: new Set(), outlets: new Set(), kinds: new Set(), from: "", to: "", words: [] };

/** The outlet of what no outlet is named for. */
const noOutlet = "no outlet";

const outletsOf = (relation) => [...new Set(relation.evidence.map((evidence) => evidence.outlet ?? noOutlet))];

/** All that is searched in a relation, made when it is first needed. */
function searched(relation) {
  relation.searched ??= plain(
    [relation.phrase, relation.where, ...relation.arguments.map((argument) => argument.words),
      ...relation.arguments.flatMap((argument) => entities[argument.entity]?.aliases ?? []),
      ...relation.evidence.map(sentence), ...sources(relation)].join(" "));
  return relation.searched;
}

/** Whether the filters let a relation through. */
function fits(relation) {
  if (filter.types.has(relation.type) || filter.statuses.has(relation.status)) return false;
  if (filter.outlets.size > 0 && outletsOf(relation).every((outlet) => filter.outlets.has(outlet))) return false;
  if (filter.from && !(relation.last >= filter.from)) return false;
  if (filter.to && !(relation.first <= filter.to)) return false;
  return filter.words.every((word) => searched(relation).includes(word));
}

/** Applies the filters and shows everything anew. */
function refilter() {
  for (const relation of relations) relation.isShown = fits(relation);
  const shown = relations.filter((relation) => relation.isShown).length;
  const isFiltered = shown < relations.length;
  byId("shown").textContent = isFiltered ? `${shown} of ${count(relations.length, "statement")}` : "";
  byId("reset").hidden = !isFiltered && filter.kinds.size === 0;
  redraw();
}

/** Fills a menu with a box for each value, with the number of its relations. */
function fillMenu(id, off, valuesOf) {
  const numbers = new Map();
  for (const relation of relations) for (const value of valuesOf(relation)) numbers.set(value, (numbers.get(value) ?? 0) + 1);
  const values = [...numbers.keys()].sort((a, b) => numbers.get(b) - numbers.get(a) || (a < b ? -1 : 1));
  const boxes = values.map((value) => {
    const box = el("input", { type: "checkbox", checked: true });
    box.addEventListener("change", () => (box.checked ? off.delete(value) : off.add(value), note(), refilter()));
    box.value = value;
    return box;
  });
  const set = (isOn) => {
    for (const box of boxes) {
      box.checked = isOn;
      isOn ? off.delete(box.value) : off.add(box.value);
    }
    note();
    refilter();
  };
  const menu = byId(id);
  const name = menu.querySelector("summary").textContent;
  const note = () => {
    const on = boxes.filter((box) => box.checked).length;
    menu.querySelector("summary").textContent = on < boxes.length ? `${name} ${on}/${boxes.length}` : name;
    menu.classList.toggle("active", on < boxes.length);
  };
  menu.querySelector("div").append(
    el("p", {}, link("all", () => set(true)), " · ", link("none", () => set(false))),
    ...boxes.map((box) => el("label", {}, box, " ", words(spaced(box.value)), el("small", {}, ` ${numbers.get(box.value)}`))));
  menu.hidden = values.length < 2;
  menu.reset = () => (boxes.forEach((box) => (box.checked = true)), off.clear(), note());
}

/** Takes all filters back. */
function resetFilters() {
  for (const id of ["types", "statuses", "outlets"]) byId(id).reset();
  for (const id of ["words", "from", "to"]) byId(id).value = "";
  Object.assign(filter, { from: "", to: "", words: [] });
  resetLegend();
  refilter();
}

/** Shows only what happened from one day to another. */
function setDates(from, to) {
  byId("from").value = filter.from = from;
  byId("to").value = filter.to = to;
  refilter();
}

function startFilters() {
  fillMenu("types", filter.types, (relation) => [relation.type]);
  fillMenu("statuses", filter.statuses, (relation) => [relation.status]);
  fillMenu("outlets", filter.outlets, outletsOf);
  for (const id of ["from", "to"]) {
    byId(id).addEventListener("change", (event) => ((filter[id] = event.target.value), refilter()));
  }
  byId("words").addEventListener("input", (event) => {
    filter.words = plain(event.target.value).split(/\s+/).filter(Boolean);
    refilter();
  });
  byId("reset").addEventListener("click", resetFilters);
  byId("more").addEventListener("click", (event) => {
    const isOpen = byId("filters").classList.toggle("open");
    event.target.setAttribute("aria-expanded", isOpen);
  });
  // One menu at a time; a click beside it closes it.
  const menus = [...document.querySelectorAll(".menu")];
  document.addEventListener("click", (event) => {
    for (const menu of menus) if (!menu.contains(event.target)) menu.open = false;
  });
}
