/** The document whose text is shown, by number. */
let documentShown = 0;

/** Whether a relation is marked in the text: not that somebody reports an item or holds an office. */
const isMarked = (relation) => relation.section !== "report" && relation.section !== "office";

/** The shown relations that each sentence of a document supports, by piece: `{start, end, triggers, relations}`. */
function sentencesOf(number) {
  const pieces = (documents[number].pieces ?? []).map(() => new Map());
  for (const relation of relations) {
    if (!relation.isShown) continue;
    for (const evidence of relation.evidence) {
      if (evidence.document !== number || !evidence.at) continue;
      const [piece, start, end] = evidence.at;
      const key = `${start}-${end}`;
      if (!pieces[piece].has(key)) pieces[piece].set(key, { layer: "sentence", start, end, relations: new Set(), triggers: [] });
      const found = pieces[piece].get(key);
      if (!isMarked(relation)) continue;
      found.relations.add(relation.number);
      if (evidence.trigger) found.triggers.push(evidence.trigger.map((offset) => start + offset));
    }
  }
  return pieces.map((sentences) => [...sentences.values()]);
}

/** All that is marked in each piece of a document. */
function marksOf(number) {
  const { mentions = [], figures = [] } = documents[number];
  const marks = sentencesOf(number).map((sentences) => [
    ...sentences,
    ...sentences.flatMap(({ triggers }) => triggers.map(([start, end]) => ({ layer: "trigger", start, end }))),
  ]);
  const add = (layer, list) => list.forEach((value) => {
    const [piece, start, end] = value.at;
    marks[piece].push({ layer, start, end, value });
  });
  add("name", mentions);
  add("figure", figures);
  return marks;
}

/** A text cut wherever a mark starts or ends or a paragraph does, each part with the marks over it. */
function parts(text, marks, cuts) {
  const breaks = [...text.matchAll(/\s*\n\s*\n\s*/g)].flatMap((found) => [found.index, found.index + found[0].length]);
  const ends = [...new Set([0, text.length, ...cuts, ...breaks, ...marks.flatMap(({ start, end }) => [start, end])])];
  ends.sort((a, b) => a - b);
  const waiting = [...marks].sort((a, b) => a.start - b.start);
  let over = [];
  return ends.slice(1).map((end, place) => {
    const start = ends[place];
    over = over.filter((mark) => mark.end > start);
    while (waiting.length > 0 && waiting[0].start <= start) over.push(waiting.shift());
    return { start, end, text: text.slice(start, end), marks: over };
  });
}

/** One part as it stands in the text. */
function marked(part) {
  const at = (layer) => part.marks.filter((mark) => mark.layer === layer);
  // The inner name says more.
  const name = at("name").reduce((best, mark) => (best && best.end - best.start <= mark.end - mark.start ? best : mark), undefined);
  const [figure] = at("figure");
  const sentences = at("sentence").filter((mark) => mark.relations.size > 0);
  if (part.marks.length === 0) return part.text;
  const classes = [name && `name.type-${name.value.type}`, figure && "figure", sentences.length > 0 && "sentence",
    at("trigger").length > 0 && "trigger"].filter(Boolean);
  const action = () => {
    if (name?.value.entity !== undefined) openEntity(name.value.entity);
    else if (figure) openFigure(figure.value, pieceText(figure));
    else if (sentences.length > 0) openRelations([...sentences[0].relations]);
    else if (name) openMention(name.value, pieceText(name));
  };
  return el(`span.${classes.join(".")}`, { click: action }, part.text);
}

function pieceText({ value: { at: [piece, start, end] } }) {
  return documents[documentShown].pieces[piece].text.slice(start, end);
}

/** A button behind a sentence that opens what it states. */
function reference(sentence) {
  const numbers = [...sentence.relations];
  const action = (event) => (event.preventDefault(), openRelations(numbers));
  return el("a.reference", { href: "#text", role: "button", "aria-label": count(numbers.length, "statement"), click: action }, numbers.length);
}

/** One piece: its headline, its paragraphs, its source. */
function pieceElement(piece, marks, number) {
  // What stands before a headline in its line, such as a source, belongs to it.
  const headline = piece.headline ? [0, piece.headline[1]] : [0, 0];
  const element = el("section.piece", { dir: "auto" });
  let paragraph;
  for (const part of parts(piece.text, marks, headline)) {
    const isHeadline = part.start >= headline[0] && part.end <= headline[1];
    if (/^\s*$/.test(part.text) && (part.text.includes("\n") || !paragraph)) {
      paragraph = undefined;
      continue;
    }
    const name = isHeadline ? "h3" : "p";
    if (paragraph?.localName !== name) element.append((paragraph = el(name, { dir: "auto" })));
    const node = marked(part);
    for (const mark of part.marks) {
      if (mark.layer === "sentence" && mark.start === part.start && node.nodeType === 1) node.id = `sentence-${number}-${mark.start}`;
    }
    paragraph.append(node);
    for (const mark of part.marks) {
      if (mark.layer === "sentence" && mark.end === part.end && mark.relations.size > 0) paragraph.append("\u2060", reference(mark));
    }
  }
  if (piece.source) element.append(el("p.source", {}, words(piece.source)));
  return element;
}

function redrawText() {
  const shown = documents[documentShown];
  if (!shown) return byId("pieces").replaceChildren(el("p.empty", {}, "No document."));
  const marks = marksOf(documentShown);
  const facts = [shown.when, shown.id !== shown.title && shown.id, shown.language && `language ${shown.language}`];
  byId("pieces").replaceChildren(
    el("h2", { dir: "auto" }, words(shown.title)),
    el("p.facts", {}, facts.filter(Boolean).join(" · ")),
    ...(shown.notes ?? []).map((note) => el("p.note", {}, note)),
    ...(shown.pieces ?? []).map((piece, number) => pieceElement(piece, marks[number], number)));
}

/** Shows the sentence of a piece of evidence where it stands. */
function showInText(evidence) {
  byId("document").value = documentShown = evidence.document;
  redrawText();
  location.hash = "#text";
  showView();
  const [piece, start] = evidence.at;
  const element = byId(`sentence-${piece}-${start}`);
  element?.scrollIntoView({ block: "center" });
  element?.parentNode.classList.add("flash");
}

function startText() {
  const select = byId("document");
  select.append(...documents.map((shown, number) => el("option", { value: number }, shown.title)));
  select.hidden = documents.length < 2;
  select.addEventListener("change", () => ((documentShown = Number(select.value)), redrawText()));
  for (const layer of ["names", "figures", "sentences"]) {
    byId(`show-${layer}`).addEventListener("change", (event) => byId("pieces").classList.toggle(`no-${layer}`, !event.target.checked));
  }
}
