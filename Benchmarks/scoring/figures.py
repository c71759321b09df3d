"""Dates, figures and changes."""

import re

from .found import unit, value
from .match import assign, locate, overlaps
from .words import parse_value, plain, same_date, same_unit, same_value, shorten

DATES = {"date", "time", "set"}
AMOUNTS = {"quantity", "money", "percent", "count", "duration"}


def score(marking, graph, tally):
    dates(marking, graph, tally)
    amounts(marking, graph, tally)
    changes(marking, graph, tally)


class Reading:
    """A figure with its place, and what its neighbourhood shows."""

    def __init__(self, figure, graph):
        self.figure, self.span = figure, graph.span(figure)
        self.context = shorten(graph.text[max(0, self.span[0] - 40):self.span[1] + 40], 120)


def align(marking, graph, wanted, found, is_same):
    """Pairs marked words with figures that overlap them: rather the same words, rather the same value."""

    def prefers(index, span):
        touching = [given for given in found if overlaps(span, given.span)]
        return max((1 + is_same(wanted[index], given.figure) for given in touching), default=0)

    spans = locate(graph.text, [line[0] for line in wanted], prefers)

    def points(index, given):
        span = spans[index]
        if span is None or not overlaps(span, given.span):
            return None
        return (span == given.span) * 4 + is_same(wanted[index], given.figure) * 2 + (
            min(span[1], given.span[1]) - max(span[0], given.span[0])) / (len(graph.text) + 1)

    return assign(range(len(wanted)), found, points)


def compare(kind, marking, graph, wanted, found, is_same, show, tally, is_ignored=lambda given: False):
    """Counts a kind twice: by value, and by value and words."""
    pairs = align(marking, graph, wanted, found, is_same)

    def both(suffix, right_pairs):
        wrong = dict(set(pairs) - set(right_pairs))
        tally.compare(
            kind + suffix, list(enumerate(wanted)), found, right_pairs,
            lambda line: " | ".join(line[1]) + (f", not {show(found[wrong[line[0]]])}" if line[0] in wrong else ""),
            lambda given: f"{show(given)}: {given.context}",
            lambda right: right not in {index for _, index in pairs} and is_ignored(found[right]))

    same = [(left, right) for left, right in pairs if is_same(wanted[left], found[right].figure)]
    both(": value", same)
    both("", [(left, right) for left, right in same if is_worded(wanted[left][0], found[right].figure)])


def is_worded(words, figure):
    """The same words; of a time its day's words."""
    wanted, found = plain(words), plain(figure["text"])
    return wanted == found or figure["kind"] == "time" and wanted in found


def dates(marking, graph, tally):
    # "Sunday evening" is one figure, a time; its day is marked, its part of the day is not.
    found = [Reading(figure, graph) for figure in graph.figures.values() if figure["kind"] in DATES]

    def is_same(line, figure):
        given = figure.get("edtf")
        if figure["kind"] == "time" and given:
            given = "/".join(end.split("T")[0] for end in given.split("/"))
        # "End of the year": marked as its December, which TIMEX3 gives as the year with a modifier.
        if figure.get("mod") == "END" and given and same_date(line[1], given + "-12"):
            return True
        return same_date(line[1], given)

    def show(given):
        return f"\"{given.figure['text']}\" {given.figure.get('edtf')}"

    compare("dates", marking, graph, marking.of("date"), found, is_same, show, tally,
            lambda given: given.figure["kind"] != "date")


def amounts(marking, graph, tally):
    found = [Reading(figure, graph) for figure in graph.figures.values() if figure["kind"] in AMOUNTS]
    groups = [graph.span(mention) for mention in graph.mentions if mention["form"] == "group"]

    def is_same(line, figure):
        given = value(figure)
        return given is not None and same_value(parse_value(line[1]), given) and same_unit(
            line[2], unit(figure), figure.get("of"))

    def show(given):
        low, high = value(given.figure) or (None, None)
        amount = low if low == high else f"{low}..{high}"
        return f"\"{given.figure['text']}\" {amount} {unit(given.figure) or '-'} ({given.figure.get('of') or '-'})"

    compare("figures", marking, graph, marking.of("figure"), found, is_same, show, tally,
            lambda given: is_unmarked(given, graph.text, groups))


def is_unmarked(given, text, groups):
    """Counts that the marking leaves out: "the two leaders", "one table", "a third", "three times"."""
    if given.figure["kind"] not in ("count", "percent"):
        return False
    if given.figure["kind"] == "count" and any(overlaps(given.span, group) for group in groups):
        return True
    if re.search(r"\d", given.figure["text"]):
        return False
    before, behind = text[max(0, given.span[0] - 16):given.span[0]], text[given.span[1]:given.span[1] + 6]
    low, high = value(given.figure) or (0, 0)
    return (
        low == high == 1 or low != int(low)
        or re.search(r"\b(the|these|those|both|all)(\s+other)?\s+$", before, re.IGNORECASE) is not None
        or re.match(r"\s+times\b", behind) is not None)


def changes(marking, graph, tally):
    wanted = marking.of("change")
    # A change by an amount, without a start or an end, cannot be marked.
    found = [change for change in graph.changes.values() if change.get("from") or change.get("to")]

    def end(change, side):
        return graph.figures.get(change.get(side))

    def points(line, change):
        subject, marked_unit = line[0], line[3]
        given_units = []
        for side, marked in (("from", line[1]), ("to", line[2])):
            wanted_value, figure = parse_value(marked), end(change, side)
            if (wanted_value is None) != (figure is None):
                return None
            if figure:
                given = value(figure)
                if given is None or not same_value(wanted_value, given):
                    return None
                nouns = figure.get("of"), change.get("measure")  # "The number of patrol boats rose to 31".
                given_units.append(any(same_unit(marked_unit, unit(figure), noun, lenient=True) for noun in nouns))
        return int(plain(subject) in plain(change.get("measure") or "")) if any(given_units) else None

    def show(change):
        ends = [figure["text"] if (figure := end(change, side)) else "-" for side in ("from", "to")]
        spans = [graph.span(figure) for side in ("from", "to") if (figure := end(change, side))]
        start, stop = min(span[0] for span in spans), max(span[1] for span in spans)
        return f"{' -> '.join(ends)} ({change.get('measure')}): {shorten(graph.text[max(0, start - 50):stop + 30], 140)}"

    tally.compare("changes", wanted, found, assign(wanted, found, points), " | ".join, show)
