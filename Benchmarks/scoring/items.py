"""Which outlet reported which item."""

import re

from .found import arguments, time
from .match import assign, overlaps
from .words import fold, fold_name, same_date, shorten


class Report:
    """An item and an outlet that it quotes."""

    def __init__(self, span, outlet, date, graph):
        self.span, self.outlet, self.date = span, outlet, date
        self.words = shorten(graph.text[span[0]:span[1]], 60)


def score(marking, graph, tally):
    wanted = [(line, find_words(graph.text, line[0])) for line in marking.of("reported")]
    found = list(reports(graph))
    outlets = {line[0]: (fold_name(line[0]), fold(line[1])) for line in marking.of("organization")}

    def points(marked, report):
        (_, outlet, date), span = marked
        names = graph.names(graph.entities[report.outlet])
        if span is None or not overlaps(span, report.span):
            return None
        if not any(form in names for form in outlets.get(outlet, (fold_name(outlet),))):
            return None
        return int(same_date(date, report.date))

    matched = assign(wanted, found, points)
    tally.compare("reported", wanted, found, matched, lambda marked: " | ".join(marked[0]),
                  lambda report: f"{graph.words(graph.entities[report.outlet])}: {report.words}")
    for left, right in matched:
        line, given = wanted[left][0], found[right]
        if line[2] != "-":
            tally.share("reported: date", same_date(line[2], given.date), f"{' | '.join(line)}, not {given.date}")


def reports(graph):
    """Items with their outlets: the item's own and those of `reported-by` relations, each pair once."""
    seen = set()
    for item in graph.items.values():
        if item.get("outlet") in graph.entities:
            seen.add((item["id"], item["outlet"]))
            yield Report(graph.span(item), item["outlet"], item.get("reported"), graph)
    for relation in graph.of("reported-by"):
        for outlet in arguments(relation, "outlet"):
            for piece in relation.get("evidence") or []:
                item = graph.items.get(piece.get("item"))
                if item and outlet.get("entity") in graph.entities and (item["id"], outlet["entity"]) not in seen:
                    seen.add((item["id"], outlet["entity"]))
                    yield Report(graph.span(item), outlet["entity"], time(relation) or item.get("reported"), graph)


def find_words(text, words):
    """Where words stand in a text, letter case and what is between them aside; `None` where they do not."""
    pattern = r"[\W_]+".join(re.escape(word) for word in re.findall(r"[^\W_]+", words))
    match = re.search(r"(?<![^\W_])" + pattern, text, re.IGNORECASE)
    return match.span() if match else None
