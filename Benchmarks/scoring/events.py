"""Meetings, visits, signatures and awards."""

from itertools import combinations, product

from .found import arguments, time
from .match import assign
from .words import fold_name, overlap, same_date, shorten

ACTUAL = {"happened", "ongoing"}
MEETINGS = {"met", "received", "called", "negotiated", "mediated"}


class Pair:
    """Two participants of one relation."""

    def __init__(self, left, right, relation, words):
        self.left, self.right, self.relation, self.words = left, right, relation, words
        self.status, self.time = relation["status"], time(relation)

    def joins(self, one, other):
        """Whether the pair is that of two marked participants, in either order."""
        return (one in self.left and other in self.right) or (one in self.right and other in self.left)


def score(marking, graph, cast, tally):
    meetings(marking, graph, cast, tally)
    visits(marking, graph, cast, tally)
    signatures(marking, graph, cast, tally)
    awards(marking, graph, cast, tally)


# MARK: Meetings


def meetings(marking, graph, cast, tally):
    wanted = marking.of("met")
    found = [pair for relation in graph.of(*MEETINGS) for pair in pairs(relation, graph, cast)]
    for relation in graph.of("visited"):
        for pair in pairs(relation, graph, cast):
            if not any(is_same_event(pair, other) for other in found):
                found.append(pair)
    matched = assign(wanted, found, meeting_points)
    tally.compare("met pairs", wanted, found, matched, show_line, show_pair, retold(found, matched, graph))
    for left, right in matched:
        one, other, status, date = wanted[left]
        given = found[right]
        about = f"{one} - {other}: {status} {date}, not {given.status} {given.time}: {shorten(given.words)}"
        tally.share("met pairs: status", given.status == status, about)
        if date != "-":
            tally.share("met pairs: date", same_date(date, given.time), about)
    wanted = [line for line in wanted if line[2] in ACTUAL]
    found = [pair for pair in found if pair.status in ACTUAL]
    matched = assign(wanted, found, meeting_points)
    tally.compare("met pairs, asserted", wanted, found, matched, show_line, show_pair, retold(found, matched, graph))


def meeting_points(line, pair):
    """The same two participants; of several events of theirs rather the one with the same status and date."""
    one, other, status, date = line
    if not pair.joins(one, other):
        return None
    return (pair.status == status) * 2 + ((pair.status in ACTUAL) == (status in ACTUAL)) + same_date(date, pair.time) * 2


def pairs(relation, graph, cast):
    """The pairs that a relation states: see the head of accuracy.py."""
    if relation["type"] == "visited":
        left, right = arguments(relation, "visitor"), arguments(relation, "host")
    else:
        left, right = arguments(relation, "host"), arguments(relation, "guest")
    if left and right:
        chosen = list(product(left, right))
    elif relation["type"] == "visited":
        chosen = []
    else:
        chosen = list(combinations(arguments(relation, "participant", "party", "mediator"), 2))
    result, seen = [], set()
    for one, other in chosen:
        labels = frozenset(cast.labels(one)), frozenset(cast.labels(other))
        if all(labels) and labels[0] != labels[1] and frozenset(labels) not in seen:
            seen.add(frozenset(labels))
            result.append(Pair(*labels, relation, graph.sentence(relation)))
    return result


def retold(found, matched, graph):
    """Which pairs the graph itself ties to a matched one: a part of that event, or a report that disagrees about it."""
    def is_retold(right):
        pair = found[right]
        return any(
            {pair.left, pair.right} == {found[other].left, found[other].right}
            and graph.are_linked(pair.relation, found[other].relation) for _, other in matched)
    return is_retold


def is_same_event(pair, other):
    """Whether a meeting is told by another relation too: a visit to a host, and the reception by him."""
    if {pair.left, pair.right} != {other.left, other.right} or (pair.status in ACTUAL) != (other.status in ACTUAL):
        return False
    if not pair.time or not other.time:
        return True
    (start, end), (other_start, other_end) = interval(pair.time), interval(other.time)
    return start <= other_end and other_start <= end


def interval(edtf):
    """First and last day as strings that compare; a month ends behind all its days."""
    first, _, last = edtf.partition("/")
    return first, (last or first) + "~"


def show_line(line):
    return " | ".join(line)


def show_pair(pair):
    names = " - ".join("/".join(sorted(side)) for side in (pair.left, pair.right))
    return f"{names} ({pair.relation['type']}, {pair.status}, {pair.time}): {shorten(pair.words)}"


# MARK: Visits


class Visit:
    """A visitor and the country or city of one destination."""

    def __init__(self, visitor, places, status, relation, words):
        self.visitor, self.places, self.status, self.words = visitor, places, status, words
        self.time = time(relation)


def visits(marking, graph, cast, tally):
    wanted = marking.of("visited")
    found = [visit for relation in graph.of("visited") for visit in visits_of(relation, graph, cast)]
    sure = len(found)
    # An invitation is marked as a proposed visit; what is invited to need not be a visit, so none is a false alarm.
    found += [visit for relation in graph.of("invited") for visit in invitations(relation, graph, cast)]
    matched = assign(wanted, found, visit_points)
    tally.compare("visited", wanted, found, matched, show_line, show_visit, lambda right: right >= sure)
    for left, right in matched:
        visitor, place, status, date = wanted[left]
        given = found[right]
        about = f"{visitor} to {place}: {status} {date}, not {given.status} {given.time}: {shorten(given.words)}"
        tally.share("visited: status", given.status == status, about)
        if date != "-":
            tally.share("visited: date", same_date(date, given.time), about)


def visit_points(line, visit):
    visitor, place, status, date = line
    if visitor not in visit.visitor or (place if len(place) == 2 else fold_name(place)) not in visit.places:
        return None
    return (visit.status == status) * 2 + same_date(date, visit.time) * 2


def visits_of(relation, graph, cast):
    """One visit for each visitor and destination; a city whose country is a destination too is no visit of its own."""
    places = [place for argument in arguments(relation, "destination") if (place := destination(argument, graph))]
    countries = {next(iter(place)) for place in places if len(place) == 1 and len(next(iter(place))) == 2}
    cities = [place for place in places if len(place) > 1 or len(next(iter(place))) > 2]
    merged = [{code}.union(*(city for city in cities if code in city)) for code in sorted(countries)]
    merged += [city for city in cities if countries.isdisjoint(city)]
    return [
        Visit(labels, place, relation["status"], relation, graph.sentence(relation))
        for argument in arguments(relation, "visitor") if (labels := cast.labels(argument)) for place in merged]


def destination(argument, graph):
    """The country code and names of a destination; empty for what is neither country nor city: a plant, a fair."""
    entity, country = graph.entity(argument), argument.get("country")
    if entity is None:
        return {country} if country else set()
    if entity["type"] == "country":
        return {graph.country(entity)}
    if entity["type"] != "place" or entity.get("subtype") in ("palace", "square", "site"):
        return set()
    return set(graph.names(entity)) | {code for code in (entity.get("country"), country) if code}


def invitations(relation, graph, cast):
    places = [place for argument in arguments(relation, "destination") if (place := destination(argument, graph))]
    if not places:
        inviters = arguments(relation, "inviter")
        entities = [graph.entity(argument) or {} for argument in inviters]
        codes = {argument.get("country") for argument in inviters} | {entity.get("country") for entity in entities}
        codes |= {graph.country(entity) for entity in entities if entity.get("type") == "country"}
        places = [codes - {None}]
    return [
        Visit(labels, place, "proposed", relation, graph.sentence(relation))
        for argument in arguments(relation, "invitee") if (labels := cast.labels(argument)) for place in places]


def show_visit(visit):
    where = "/".join(sorted(visit.places))
    return f"{'/'.join(sorted(visit.visitor))} to {where} ({visit.status}, {visit.time}): {shorten(visit.words)}"


# MARK: Signatures


def signatures(marking, graph, cast, tally):
    wanted = marking.of("signed")
    found = []
    for relation in graph.of("signed"):
        subject = " ".join(argument_words(argument, graph) for argument in arguments(relation, "agreement"))
        parties = [labels for argument in arguments(relation, "party") if (labels := frozenset(cast.labels(argument)))]
        for one, other in combinations(parties, 2) if len(parties) > 1 else [(party, frozenset()) for party in parties]:
            if one != other:
                pair = Pair(one, other, relation, graph.sentence(relation))
                pair.subject = subject
                found.append(pair)
    matched = assign(wanted, found, signature_points)
    # Marked with one party, found with more: the relation is right, its other pairs are not held against it.
    spent = {id(found[right].relation) for left, right in matched if wanted[left][1] == "-"}
    tally.compare("signed", wanted, found, matched, show_line, show_pair,
                  lambda right: id(found[right].relation) in spent)
    for left, right in matched:
        line, given = wanted[left], found[right]
        tally.share("signed: status", given.status == line[3],
                    f"{show_line(line)}, not {given.status}: {shorten(given.words)}")


def signature_points(line, pair):
    one, other, subject, status = line
    same = (one in pair.left or one in pair.right) if other == "-" else pair.joins(one, other)
    return overlap(subject, pair.subject) * 2 + (pair.status == status) if same else None


def argument_words(argument, graph):
    """The words of an argument that is a thing: as they stand, and its names."""
    span, entity = graph.span(argument), graph.entity(argument)
    words = [argument.get("text") or "", graph.text[span[0]:span[1]] if span else ""]
    if entity:
        words += [entity["name"], *(mention["text"] for mention in graph.mentions_of.get(entity["id"], []))]
    return " ".join(words)


# MARK: Awards


class Award:
    def __init__(self, recipient, relation, graph, cast):
        self.recipient = recipient
        self.words = graph.sentence(relation)
        self.award = " ".join(argument_words(argument, graph) for argument in arguments(relation, "award"))
        conferrers = arguments(relation, "conferrer")
        self.conferrers = set().union(*(cast.labels(argument) for argument in conferrers))


def awards(marking, graph, cast, tally):
    wanted = marking.of("awarded")
    found = [
        Award(labels, relation, graph, cast)
        for relation in graph.of("awarded")
        for argument in arguments(relation, "recipient") if (labels := cast.labels(argument))]
    matched = assign(wanted, found, award_points)
    tally.compare("awarded", wanted, found, matched, show_line,
                  lambda award: f"{'/'.join(sorted(award.recipient))}: {shorten(award.words)}")
    for left, right in matched:
        conferrer, given = wanted[left][0], found[right]
        if conferrer != "-":
            tally.share("awarded: conferrer", conferrer in given.conferrers,
                        f"{show_line(wanted[left])}, not {sorted(given.conferrers)}")


def award_points(line, award):
    _, recipient, name = line
    share = overlap(name, award.award)
    return share if recipient in award.recipient and share >= 0.5 else None
