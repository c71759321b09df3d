/** Rows beyond this many are shown on demand. */
const mostRows = 400;

/**
 * A table that sorts: `columns` are `{name, cell(row), key(row)}`, `key` giving what is compared. Its order outlives
 * `fill`, which gives it other rows.
 */
function sortable(section, title, columns, emptyNote) {
  const order = { column: undefined, isDown: false };
  const body = el("tbody");
  const note = el("p.empty");
  let rows = [];
  let limit = mostRows;
  const heads = columns.map((column) => {
    const button = el("button", { type: "button", click: () => sortBy(column) }, column.name);
    return el("th", { scope: "col" }, button);
  });
  const show = () => {
    const sorted = order.column ? [...rows].sort((a, b) => compare(order.column.key(a), order.column.key(b), order.isDown)) : rows;
    body.replaceChildren(...sorted.slice(0, limit).map((row) =>
      el("tr", {}, ...columns.map((column) => el("td", { "data-label": column.name }, column.cell(row))))));
    const isCut = rows.length > limit;
    note.hidden = rows.length > 0 && !isCut;
    note.replaceChildren(isCut
      ? link(`Show all ${rows.length}`, () => ((limit = Infinity), show()))
      : emptyNote);
  };
  const sortBy = (column) => {
    order.isDown = order.column === column && !order.isDown;
    order.column = column;
    heads.forEach((head, place) =>
      columns[place] === column ? head.setAttribute("aria-sort", order.isDown ? "descending" : "ascending") : head.removeAttribute("aria-sort"));
    show();
  };
  section.append(el("h2", {}, title), el("div.scroll", {}, el("table", {}, el("thead", {}, el("tr", {}, ...heads)), body)), note);
  return (newRows) => ((rows = newRows), show());
}

/** Compares two keys; what has none comes last either way. */
function compare(a, b, isDown) {
  const isBlank = (key) => key === undefined || key === "";
  if (isBlank(a) || isBlank(b)) return isBlank(a) - isBlank(b);
  const order = typeof a === "number" ? a - b : a < b ? -1 : a > b ? 1 : 0;
  return isDown ? -order : order;
}

/** When a relation held, else when it was reported. */
function when(relation) {
  if (relation.when) return words(relation.when);
  return relation.first ? el("span.reported", { title: "the date of the report" }, `reported ${dayInWords(relation.first)}`) : "";
}

/** A relation's line and its first sentence. */
function statement(relation) {
  return [
    link(words(relation.phrase), () => openRelations([relation.number])), " ", badge(relation),
    relation.evidence.length > 0 && el("p.quote", { dir: "auto" }, quoted(relation.evidence[0])),
  ];
}

const eventColumns = [
  { name: "When", cell: when, key: (relation) => relation.first },
  { name: "What", cell: statement, key: (relation) => plain(relation.phrase) },
  { name: "Type", cell: (relation) => el(`span.key.kind-${relation.kind}`, {}, spaced(relation.type)), key: (relation) => relation.type },
  { name: "Where", cell: (relation) => (relation.where ? words(relation.where) : ""), key: (relation) => plain(relation.where ?? "") },
  { name: "Source", cell: (relation) => sources(relation).map((source) => el("span.source", {}, words(source))), key: (relation) => plain(sources(relation).join()) },
];

/** The columns of a project's table, by the types of relations that they show. */
const projectGroups = [
  ["Countries", ["involves-country", "located-in"]],
  ["Companies", ["built-by", "financed-by", "owned-by", "operated-by", "part-of"]],
  ["Figures", ["has-capacity", "capacity-change", "costs", "measures", "changed"]],
  ["Stages", ["milestone"]],
];

/** What a project's row says in one column. */
function projectCell(project, types) {
  return shownRows(project).filter((row) => types.includes(relations[row.relation].type)).map((row) =>
    el("div.fact", {}, row.label !== "countries" && [el("span.label", {}, row.label), " "], link(words(row.words.trim() || "yes"), () => openRelations([row.relation]))));
}

const shownRows = (project) => (project.rows ?? []).filter((row) => relations[row.relation].isShown);

const projectColumns = [
  { name: "Project", cell: (project) => [link(words(entities[project.entity].name), () => openEntity(project.entity)),
    el("p.facts", {}, entities[project.entity].subtype ?? "")], key: (project) => plain(entities[project.entity].name) },
  ...projectGroups.map(([name, types]) => ({ name, cell: (project) => projectCell(project, types),
    key: (project) => plain(shownRows(project).filter((row) => types.includes(relations[row.relation].type)).map((row) => row.words).join()) })),
];

const nameColumns = [
  { name: "Name", cell: (number) => link(words(entities[number].name), () => openEntity(number)), key: (number) => plain(entities[number].name) },
  { name: "Type", cell: (number) => el(`span.tag.type-${entities[number].type}`, {}, entities[number].subtype ?? entities[number].type), key: (number) => entities[number].subtype ?? entities[number].type },
  { name: "Country", cell: (number) => entities[number].country ?? "", key: (number) => entities[number].country },
  { name: "Statements", cell: (number) => String(shownOf(number)), key: (number) => -shownOf(number) },
];

const shownOf = (number) => relationsOf[number].filter((other) => relations[other].isShown).length;

const fillers = {};

function startTables() {
  fillers.meetings = sortable(byId("view-meetings"), "Meetings and visits", eventColumns, "No meeting is shown.");
  fillers.acts = sortable(byId("view-meetings"), "Acts", eventColumns, "No act is shown.");
  fillers.projects = sortable(byId("view-projects"), "Projects", projectColumns, "No project is shown.");
  fillers.others = sortable(byId("view-projects"), "Also stated", eventColumns, "Nothing else is shown.");
  fillers.names = sortable(byId("view-names"), "Names", nameColumns, "No name is shown.");
}

function redrawMeetings() {
  const of = (section) => relations.filter((relation) => relation.isShown && relation.section === section);
  fillers.meetings(of("meeting"));
  fillers.acts(of("act"));
}

function redrawProjects() {
  const told = new Set(projects.flatMap((project) => (project.rows ?? []).map((row) => row.relation)));
  fillers.projects(projects.filter((project) => shownRows(project).length > 0));
  fillers.others(relations.filter((relation) => relation.isShown && relation.section === "project" && !relation.joins && !told.has(relation.number)));
}

function redrawNames() {
  const isFiltered = relations.some((relation) => !relation.isShown);
  const found = (number) => filter.words.every((word) => plain([entities[number].name, ...(entities[number].aliases ?? [])].join(" ")).includes(word));
  const numbers = [...entities.keys()].filter((number) =>
    !filter.kinds.has(entities[number].type) && (!isFiltered || shownOf(number) > 0 || (filter.words.length > 0 && found(number))));
  fillers.names(numbers.sort((a, b) => shownOf(b) - shownOf(a)));
}
