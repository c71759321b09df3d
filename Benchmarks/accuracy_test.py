"""Checks of accuracy.py: perfect output scores 100, and each kind of error is counted where it belongs.

    python3 Benchmarks/accuracy_test.py
"""

import contextlib
import io
import json
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import accuracy  # noqa: E402
from scoring import marked, words  # noqa: E402
from scoring.found import Graph  # noqa: E402
from scoring.match import locate  # noqa: E402


class Wire:
    """A result of `extract`, made by hand."""

    def __init__(self, id, text):
        self.text = text
        self.wire = {
            "schema": "digest-graph/1", "producer": {}, "document": {"id": id, "offsets": "scalar"}, "items": [],
            "mentions": [], "entities": [], "figures": [], "changes": [], "relations": [], "edges": [], "diagnostics": []}

    def add(self, list, prefix, **fields):
        id = f"{prefix}{len(self.wire[list]) + 1}"
        self.wire[list].append({"id": id, **fields})
        return id

    def entity(self, type, name, form="name", span=(0, 0), country=None, id=None, **fields):
        id = id or f"text:{self.wire['document']['id']}/{type}/{words.fold(name).replace(' ', '-')}"
        if all(entity["id"] != id for entity in self.wire["entities"]):
            self.wire["entities"].append({"id": id, "type": type, "name": name, "country": country, **fields})
        self.mention(id, type, name, form, span, country)
        return id

    def mention(self, entity, type, text, form="name", span=(0, 0), country=None):
        return self.add("mentions", "m", start=span[0], end=span[1], text=text, type=type, form=form, entity=entity,
                        country=country)

    def figure(self, text, span, kind, **fields):
        return self.add("figures", "f", start=span[0], end=span[1], text=text, kind=kind, **fields)

    def relation(self, type, *arguments, status="happened", date=None, sentence="", trigger=None, **fields):
        """Arguments: (role, entity id), (role, {fields}), or (role, entity id, offset)."""
        made = []
        for role, thing, *offset in arguments:
            argument = {"role": role, **(thing if isinstance(thing, dict) else {"entity": thing})}
            if offset:
                argument.update(start=offset[0], end=offset[0] + 1)
            made.append(argument)
        piece = {"start": 0, "end": len(self.text), "text": sentence or self.text, "rule": "hand"}
        if trigger is not None:
            piece["trigger"] = {"start": trigger, "end": trigger + 1}
        return self.add(
            "relations", "r", type=type, arguments=made, status=status, evidence=[piece], confidence="high",
            **({"time": {"edtf": date, "timex": date}} if date not in (None, "-") else {}), **fields)


def amount(value, unit):
    """The fields of a figure with a marked value and unit."""
    low, high = words.parse_value(value)
    fields = {"value": low} if low == high else {"low": low, "high": high}
    base, _, rate = unit.partition("-per-")
    if len(base) == 3 and base.isupper():
        return {"kind": "money", "currency": base, **({"unit": unit} if rate else {}), **fields}
    if unit == "percent":
        return {"kind": "percent", "unit": unit, **fields}
    return {"kind": "count" if unit.startswith("x-") else "quantity", "unit": unit, **fields}


def unlisted(value, unit):
    """The same for a figure that is not to count as one of the text."""
    return {**amount(value, unit), "kind": "ordinal"}


def perfect(marking):
    """What an extractor that makes no error says of a marked text."""
    wire = Wire(marking.id, marking.text)
    actors = {}
    for name, country, *_ in marking.of("person"):
        actors[name] = wire.entity("person", name, country=country)
    for name, acronym, *outlet in marking.of("organization"):
        fields = {"subtype": "media"} if outlet else {}
        actors[name] = wire.entity("organization", name, **fields)
        if acronym != "-":
            wire.mention(actors[name], "organization", acronym, "acronym")
    for (code,) in marking.of("country"):
        wire.entity("country", code, "demonym", country=code, id=f"country:{code}")

    def actor(name):
        return {"country": name} if name not in actors else {"entity": actors[name]}

    for one, other, status, date in marking.of("met"):
        wire.relation("met", ("participant", actor(one)), ("participant", actor(other)), status=status, date=date)
    for visitor, place, status, date in marking.of("visited"):
        to = {"country": place} if len(place) == 2 else {"entity": wire.entity("place", place, subtype="city")}
        wire.relation("visited", ("visitor", actor(visitor)), ("destination", to), status=status, date=date)
    for one, other, subject, status in marking.of("signed"):
        parties = [("party", actor(name)) for name in (one, other) if name != "-"]
        wire.relation("signed", *parties, ("agreement", {"text": subject}), status=status)
    for conferrer, recipient, award in marking.of("awarded"):
        given = [("conferrer", actor(conferrer))] if conferrer != "-" else []
        wire.relation("awarded", *given, ("recipient", actor(recipient)), ("award", {"text": award}))
    add_projects(wire, marking)
    add_figures(wire, marking)
    for headline, outlet, date in marking.of("reported"):
        span = (0, len(marking.text)) if marking.set != "digest" else item_span(marking, headline)
        wire.add("items", "i", start=span[0], end=span[1], outlet=actors[outlet], reported=None if date == "-" else date)
    return wire


def item_span(marking, headline):
    start = accuracy.items.find_words(marking.text, headline)[0]
    return start, start + 20


def add_projects(wire, marking):
    projects = {name: wire.entity("project", name) for name, _ in marking.of("project")}
    for name, code, part in marking.of("project-country"):
        wire.relation("involves-country", ("project", projects[name]), ("country", {"country": code}), ("part", {"text": part}))
    for name, _, value, unit in marking.of("project-figure"):
        figure = wire.figure(value, (0, 0), **unlisted(value, unit))
        wire.relation("measures", ("project", projects[name]), ("figure", {"figure": figure}))
    for subject, start, end, unit in marking.of("change"):
        ends = {}
        for side, value in (("from", start), ("to", end)):
            if value != "-":
                ends[side] = wire.figure(value, (0, 0), **unlisted(value, unit))
        wire.add("changes", "c", **ends, direction="up", computed=[], measure=subject)


def add_figures(wire, marking):
    dates, figures = marking.of("date"), marking.of("figure")
    for (text, edtf), span in zip(dates, locate(marking.text, [line[0] for line in dates])):
        wire.figure(text, span, "date", edtf=edtf, timex=edtf)
    for (text, value, unit), span in zip(figures, locate(marking.text, [line[0] for line in figures])):
        wire.figure(text, span, **amount(value, unit))


def run_tool(lines, *arguments, status=0):
    """Runs the command with a tool that answers with these lines; its exit status and output."""
    with tempfile.TemporaryDirectory() as folder:
        answer, tool = Path(folder) / "answer.jsonl", Path(folder) / "extract"
        answer.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        tool.write_text(f"#!/bin/sh\ncat > {folder}/input.jsonl\ncat {answer}\nexit {status}\n")
        tool.chmod(0o755)
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            status = accuracy.run([str(tool), *(argument.replace("FOLDER", folder) for argument in arguments)])
        return status, output.getvalue()


class PerfectOutput(unittest.TestCase):
    """All marked texts, with an extractor that makes no error."""

    @classmethod
    def setUpClass(cls):
        cls.markings = accuracy.read_cases(set(accuracy.SETS), None)
        cls.wires = [perfect(marking).wire for marking in cls.markings]
        cls.graphs = {marking.id: Graph(wire, marking.text) for marking, wire in zip(cls.markings, cls.wires)}

    def test_scores_100(self):
        tally, noise = accuracy.measure(self.markings, self.graphs)
        self.assertEqual(tally.errors, [])
        for kind, scores in tally.scores().items():
            self.assertEqual(scores, (100, 100, 100), kind)
        self.assertEqual(set(noise.counts.values()), {0}, noise.errors)

    def test_all_marked_words_are_counted(self):
        tally, _ = accuracy.measure(self.markings, self.graphs)
        for marked_kind, kind in (("date", "dates"), ("figure", "figures"), ("met", "met pairs"), ("visited", "visited"),
                                  ("signed", "signed"), ("awarded", "awarded"), ("project", "projects"),
                                  ("project-figure", "project figures"), ("change", "changes"), ("reported", "reported")):
            lines = sum(len(marking.of(marked_kind)) for marking in self.markings if marking.set != "plain")
            self.assertEqual(tally.counts[kind][0], lines, kind)

    def test_command_and_baseline(self):
        with tempfile.TemporaryDirectory() as folder:
            baseline = f"{folder}/baseline.json"
            self.assertEqual(run_tool(self.wires, "--write-baseline", baseline)[0], 0)
            kept = json.loads(Path(baseline).read_text("utf-8"))
            self.assertEqual(set(kept), {"all", "development", "held-out"})
            self.assertEqual(run_tool(self.wires, "--baseline", baseline)[0], 0)
            worse = json.loads(json.dumps(self.wires))
            for wire in worse:
                wire["changes"] = wire["changes"][1:]
            status, output = run_tool(worse, "--baseline", baseline, "--half", "development")
            self.assertEqual(status, 1)
            self.assertIn("changes: F1", output)

    def test_selection(self):
        _, output = run_tool(self.wires, "--set", "meeting", "--half", "held-out", "--errors", "all")
        self.assertIn("met pairs", output)
        self.assertNotIn("plain", output)
        _, output = run_tool(self.wires, "--set", "plain")
        self.assertIn("false in plain texts", output)
        self.assertNotIn("met pairs", output)

    def test_troubles(self):
        with self.assertRaisesRegex(accuracy.Trouble, "no result for digest-01"):
            run_tool(self.wires[1:])
        with self.assertRaisesRegex(accuracy.Trouble, "status 3"):
            run_tool(self.wires, status=3)
        with self.assertRaisesRegex(accuracy.Trouble, "swift build"):
            accuracy.run(["/nowhere/extract"])
        with self.assertRaisesRegex(accuracy.Trouble, "no kind is called"):
            run_tool(self.wires, "--errors", "nonsense")


class Case(unittest.TestCase):
    """One short text with its marking, and what is found in it."""

    def check(self, gold, text="", set="meeting"):
        """A marking, and an empty result to fill."""
        marking = marked.Marking.__new__(marked.Marking)
        marking.id, marking.set, marking.number, marking.text, marking.date = f"{set}-02-case", set, 2, text, None
        marking.lines = [line.split("\t") for line in gold.replace(" | ", "\t").splitlines()]
        return marking, Wire(marking.id, text)

    def tally(self, marking, wire):
        return accuracy.measure([marking], {marking.id: Graph(wire.wire, marking.text)})[0]

    def expect(self, tally, kind, wanted, found, right):
        self.assertEqual(tally.counts[kind], [wanted, found, right], [error for error in tally.errors if error[0] == kind])


class EntityCases(Case):
    def test_persons(self):
        marking, wire = self.check("person | Åsa Karimov | SE\nperson | Islam Karimov | UZ\nperson | Eva Brandl | AT | author")
        wire.entity("person", "Asa Karimov")
        wire.entity("person", "Karimov", "short-name", id="second")
        wire.entity("person", "Eva Brandl")
        wire.entity("person", "Xi Jinping", "role")
        self.expect(self.tally(marking, wire), "persons", 2, 2, 1)

    def test_a_person_told_twice_is_a_false_alarm(self):
        marking, wire = self.check("person | Sadyr Japarov | KG")
        wire.entity("person", "Sadyr Japarov")
        wire.entity("person", "Sadyr Zhaparov", id="second")
        wire.mention("second", "person", "Sadyr Japarov")
        self.expect(self.tally(marking, wire), "persons", 1, 2, 1)

    def test_organizations_and_outlets(self):
        marking, wire = self.check(
            "organization | Meghna Spinning Ltd. | -\norganization | Asian Development Bank | ADB\n"
            "organization | The Korea Herald | - | outlet")
        wire.entity("organization", "Meghna Spinning")
        wire.entity("organization", "ADB", "acronym")
        wire.entity("organization", "Korea Herald’s")
        wire.entity("organization", "Ministry of Energy")
        wire.entity("organization", "Trend", subtype="media")
        tally = self.tally(marking, wire)
        self.expect(tally, "organizations", 2, 2, 2)
        self.expect(tally, "outlets", 1, 2, 1)

    def test_countries(self):
        marking, wire = self.check("country | PE\ncountry | GE")
        wire.entity("country", "Peruvian", "demonym", country="PE", id="country:PE")
        wire.entity("country", "Jordan", country="JO", id="country:JO")
        wire.mention("country:GE", "place", "Tbilisi", "metonym", country="GE")
        self.expect(self.tally(marking, wire), "countries", 2, 2, 1)


class EventCases(Case):
    PEOPLE = "person | Ann Ash | US\nperson | Bob Bay | GB\nperson | Cyd Cox | FR\n"

    def people(self, wire):
        return [wire.entity("person", name) for name in ("Ann Ash", "Bob Bay", "Cyd Cox")]

    def test_participants_make_all_pairs(self):
        gold = self.PEOPLE + "met | Ann Ash | Bob Bay | happened | -\nmet | Ann Ash | Cyd Cox | happened | -"
        marking, wire = self.check(gold)
        ann, bob, cyd = self.people(wire)
        wire.relation("met", ("participant", ann), ("participant", bob), ("participant", cyd))
        self.expect(self.tally(marking, wire), "met pairs", 2, 3, 2)

    def test_a_part_and_a_conflict_are_no_second_event(self):
        marking, wire = self.check(self.PEOPLE + "met | Ann Ash | Bob Bay | happened | 2025-05-02")
        ann, bob, _ = self.people(wire)
        first = wire.relation("met", ("participant", ann), ("participant", bob), date="2025-05-02")
        wire.relation("met", ("participant", ann), ("participant", bob), date="2025-05-03", conflicts=[first])
        part = wire.relation("negotiated", ("party", ann), ("party", bob))
        wire.relation("part-of", ("part", part), ("whole", first))
        wire.relation("called", ("participant", ann), ("participant", bob))
        self.expect(self.tally(marking, wire), "met pairs", 1, 2, 1)

    def test_host_and_guests(self):
        marking, wire = self.check(
            self.PEOPLE + "met | Ann Ash | Bob Bay | happened | 2025-05-01\nmet | Cyd Cox | Ann Ash | happened | 2025-05-01")
        ann, bob, cyd = self.people(wire)
        wire.relation("received", ("host", ann), ("guest", bob), ("guest", cyd), date="2025-05-01~")
        tally = self.tally(marking, wire)
        self.expect(tally, "met pairs", 2, 2, 2)
        self.assertEqual(tally.shares["met pairs: date"], [2, 2])

    def test_a_visit_and_its_reception_are_one_event(self):
        marking, wire = self.check(self.PEOPLE + "met | Ann Ash | Bob Bay | happened | 2025-05-02")
        ann, bob, _ = self.people(wire)
        wire.relation("visited", ("visitor", bob), ("host", ann), ("destination", {"country": "US"}), date="2025-05-01/2025-05-03")
        wire.relation("received", ("host", ann), ("guest", bob), date="2025-05-02")
        tally = self.tally(marking, wire)
        self.expect(tally, "met pairs", 1, 1, 1)
        self.expect(tally, "visited", 0, 1, 0)

    def test_status(self):
        marking, wire = self.check(
            self.PEOPLE + "met | Ann Ash | Bob Bay | cancelled | -\nmet | Ann Ash | Bob Bay | happened | 2025-05-02")
        ann, bob, cyd = self.people(wire)
        wire.relation("met", ("participant", bob), ("participant", ann), date="2025-05-02")
        wire.relation("called", ("participant", bob), ("participant", ann))
        wire.relation("met", ("participant", bob), ("participant", cyd), status="negated")
        tally = self.tally(marking, wire)
        self.expect(tally, "met pairs", 2, 3, 2)
        self.expect(tally, "met pairs, asserted", 1, 2, 1)
        self.assertEqual(tally.shares["met pairs: status"], [1, 2])
        self.assertEqual(tally.shares["met pairs: date"], [1, 1])

    def test_country_codes(self):
        marking, wire = self.check(self.PEOPLE + "met | Ann Ash | KZ | happened | -")
        ann, bob, _ = self.people(wire)
        wire.relation("met", ("participant", ann), ("participant", {"country": "KZ", "text": "Kazakh officials"}))
        wire.relation("met", ("participant", bob), ("participant", {"text": "reporters"}))
        self.expect(self.tally(marking, wire), "met pairs", 1, 1, 1)

    def test_office_holder_without_name(self):
        marking, wire = self.check(self.PEOPLE + "met | Ann Ash | KZ | happened | -")
        ann = self.people(wire)[0]
        tokayev = wire.entity("person", "Kassym-Jomart Tokayev", "role", country="KZ")
        wire.relation("met", ("participant", ann), ("participant", tokayev))
        self.expect(self.tally(marking, wire), "met pairs", 1, 1, 1)

    def test_visits(self):
        marking, wire = self.check(
            self.PEOPLE + "visited | Ann Ash | OM | happened | -\nvisited | Bob Bay | Samarkand | planned | 2025-05\n"
            "visited | Cyd Cox | IT | proposed | -")
        ann, bob, cyd = self.people(wire)
        muscat = wire.entity("place", "Muscat", country="OM", subtype="city")
        samarkand = wire.entity("place", "Samarkand", country="UZ", subtype="city")
        plant = wire.entity("project", "the plant")
        wire.relation("visited", ("visitor", ann), ("destination", {"country": "OM"}), ("destination", muscat))
        wire.relation("visited", ("visitor", bob), ("destination", samarkand), date="2025-05")
        wire.relation("visited", ("visitor", bob), ("destination", plant))
        wire.relation("invited", ("inviter", {"country": "IT"}), ("invitee", cyd))
        wire.relation("invited", ("inviter", {"country": "ES"}), ("invitee", cyd))
        tally = self.tally(marking, wire)
        self.expect(tally, "visited", 3, 3, 3)
        self.assertEqual(tally.shares["visited: status"], [2, 3])
        self.assertEqual(tally.shares["visited: date"], [1, 1])

    def test_signatures(self):
        marking, wire = self.check(
            self.PEOPLE + "signed | Ann Ash | Bob Bay | border treaty | happened\nsigned | Cyd Cox | - | loan contract | happened")
        ann, bob, cyd = self.people(wire)
        wire.relation("signed", ("party", bob), ("party", ann), ("agreement", {"text": "treaty on the border"}))
        wire.relation("signed", ("party", cyd), ("party", {"country": "DE"}), ("agreement", {"text": "contract"}), status="planned")
        wire.relation("signed", ("party", cyd), ("party", ann))
        tally = self.tally(marking, wire)
        self.expect(tally, "signed", 2, 3, 2)
        self.assertEqual(tally.shares["signed: status"], [1, 2])

    def test_awards(self):
        marking, wire = self.check(self.PEOPLE + "awarded | Ann Ash | Bob Bay | Order of the Rose")
        ann, bob, cyd = self.people(wire)
        rose = wire.entity("award", "Rose Order")
        wire.relation("awarded", ("conferrer", cyd), ("recipient", bob), ("award", rose))
        wire.relation("awarded", ("conferrer", ann), ("recipient", cyd), ("award", {"text": "medal"}))
        tally = self.tally(marking, wire)
        self.expect(tally, "awarded", 1, 2, 1)
        self.assertEqual(tally.shares["awarded: conferrer"], [0, 1])


class ProjectCases(Case):
    GOLD = "project | Lamu–Isiolo railway | ongoing\nproject | yarn mill in Bukhara | planned\n"

    def test_projects(self):
        marking, wire = self.check(self.GOLD)
        wire.entity("project", "LAPSSET", "role")
        wire.mention(wire.wire["entities"][0]["id"], "project", "the railway from Lamu to Isiolo", "role")
        wire.entity("project", "a $60 million yarn mill")
        wire.entity("project", "yarn mill", id="second")
        wool = wire.entity("project", "wool mill")
        wire.relation("involves-country", ("project", wool), ("country", {"country": "BD"}), ("part", {"text": "host"}))
        wire.entity("project", "Vilnius airport")
        wire.entity("project", "Belt and Road Initiative", subtype="programme")
        self.expect(self.tally(marking, wire), "projects", 2, 4, 2)

    def test_countries(self):
        marking, wire = self.check(
            self.GOLD + "project-country | Lamu–Isiolo railway | KE | host\nproject-country | Lamu–Isiolo railway | KE | lender\n"
            "project-country | yarn mill in Bukhara | BD | builder")
        railway, mill = wire.entity("project", "Lamu-Isiolo railway"), wire.entity("project", "yarn mill")

        def involves(project, code, part, **fields):
            wire.relation("involves-country", ("project", project), ("country", {"country": code}), ("part", {"text": part}), **fields)

        involves(railway, "KE", "host")
        involves(railway, "KE", "partner")
        involves(mill, "CN", "lender")
        involves(mill, "RU", "lender", status="negated")
        tally = self.tally(marking, wire)
        self.expect(tally, "project countries", 2, 2, 1)
        self.assertEqual(tally.shares["project countries: part"], [1, 2])

    def test_figures(self):
        marking, wire = self.check(
            self.GOLD + "project-figure | yarn mill in Bukhara | cost | 60000000 | USD\n"
            "project-figure | yarn mill in Bukhara | capacity | 18000 | tonne-per-year\n"
            "project-figure | yarn mill in Bukhara | jobs | 1200 | x-person\n"
            "project-figure | Lamu–Isiolo railway | cost | 390000000000 | KES")
        railway, mill = wire.entity("project", "Lamu-Isiolo railway"), wire.entity("project", "yarn mill")

        def measures(project, text, **fields):
            wire.relation("measures", ("project", project), ("figure", {"figure": wire.figure(text, (0, 0), **fields)}))

        measures(mill, "$60m", kind="money", value=60000000, currency="USD")
        measures(mill, "18,000 tons", kind="quantity", value=18000, unit="tonne")
        measures(mill, "1,200 people", kind="count", value=1210, of="people")
        measures(railway, "390bn", kind="money", value=390e9, currency="KES")
        measures(railway, "$2.7bn", kind="money", value=2.7e9, currency="USD", equivalent="f4")
        measures(railway, "$1.1bn", kind="money", value=1.1e9, currency="USD")
        self.expect(self.tally(marking, wire), "project figures", 4, 5, 3)

    def test_what_a_change_reached(self):
        marking, wire = self.check(self.GOLD + "project-figure | yarn mill in Bukhara | output | 7 | tonne")
        mill = wire.entity("project", "yarn mill")
        for value in (7, 9):
            change = wire.add("changes", "c", to=wire.figure(str(value), (0, 0), "quantity", value=value, unit="tonne"))
            wire.relation("capacity-change", ("subject", mill), ("change", {"change": change}))
        self.expect(self.tally(marking, wire), "project figures", 1, 1, 1)


class FigureCases(Case):
    def test_dates(self):
        text = "On Monday he flew in, and on Monday, 5 May he left; in 2024 it rained."
        marking, wire = self.check("date | Monday | 2025-04-28\ndate | Monday, 5 May | 2025-05-05\ndate | 2024 | 2024", text)
        wire.figure("Monday", (3, 9), "date", edtf="2025-04-28~")
        wire.figure("5 May", (37, 42), "date", edtf="2025-05-05")
        wire.figure("2024", (54, 58), "date", edtf="2025")
        wire.figure("rained", (62, 68), "date", edtf="2025")
        wire.figure("two days", (62, 68), "duration", timex="P2D")
        tally = self.tally(marking, wire)
        self.expect(tally, "dates: value", 3, 4, 2)
        self.expect(tally, "dates", 3, 4, 1)

    def test_amounts(self):
        text = "A third of the two sides took 7 ferries and 7 trucks for three years at 65 percent of $1.9bn and $2.1bn."
        marking, wire = self.check(
            "figure | 7 trucks | 7 | x-truck\nfigure | three years | 3 | year\nfigure | 65 percent | 65 | percent\n"
            "figure | $1.9bn and $2.1bn | 1900000000..2100000000 | USD", text)

        def add(words, kind, **fields):
            start = text.index(words)
            wire.figure(words, (start, start + len(words)), kind, **fields)

        add("two sides", "count", value=2, of="sides")
        add("A third", "count", value=1 / 3)
        add("7 ferries", "count", value=7, unit="x-ferry")
        add("7 trucks", "count", value=7, of="heavy trucks")
        add("three years", "duration", timex="P3Y")
        add("65 percent", "percent", value=66)
        add("$1.9bn and $2.1bn", "money", low=1.9e9, high=2.1e9, currency="USD")
        tally = self.tally(marking, wire)
        self.expect(tally, "figures: value", 4, 5, 3)
        self.expect(tally, "figures", 4, 5, 3)

    def test_one_word_in_many_places(self):
        # "1" in a date and an item number comes before the one that is marked.
        text = "1. On 1 May output rose from 1 to 1.5 million tons."
        marking, wire = self.check("figure | 1 | 1000000 | tonne\nfigure | 1.5 million tons | 1500000 | tonne", text)
        start = text.index("1 to")
        wire.figure("1", (start, start + 1), "quantity", value=1000000, unit="tonne")
        self.expect(self.tally(marking, wire), "figures: value", 2, 1, 1)

    def test_utf8_offsets(self):
        text = "Café é: in 2024"
        marking, wire = self.check("date | 2024 | 2024", text)
        wire.wire["document"]["offsets"] = "utf8"
        wire.figure("2024", (13, 17), "date", edtf="2024")
        self.expect(self.tally(marking, wire), "dates", 1, 1, 1)

    def test_changes(self):
        text = "from 14 to seven hours; to 9 tons a year; by 3"
        marking, wire = self.check("change | trip | 14 | 7 | hour\nchange | crop | - | 9 | tonne-per-year\nchange | x | 1 | 2 | day", text)
        hours = [wire.figure("14", (5, 7), "duration", value=14, unit="hour"), wire.figure("seven hours", (11, 22), "duration", timex="PT7H")]
        tons = wire.figure("9 tons", (27, 33), "quantity", value=9, unit="tonne")
        three = wire.figure("3", (45, 46), "count", value=3)
        wire.add("changes", "c", **{"from": hours[0]}, to=hours[1])
        wire.add("changes", "c", to=tons)
        wire.add("changes", "c", to=three)
        wire.add("changes", "c", by=three)
        self.expect(self.tally(marking, wire), "changes", 3, 3, 2)


class ItemCases(Case):
    def test_reports(self):
        text = "Kabar: Japarov to come\n\nREUTERS: Saudi firm closes deal\n"
        marking, wire = self.check(
            "organization | Kabar | - | outlet\norganization | Reuters | - | outlet\n"
            "reported | Japarov to come after | Kabar | 2025-05-01\nreported | Saudi firm closes | Reuters | -", text.replace("come\n", "come after\n"))
        kabar, reuters = wire.entity("organization", "Kabar"), wire.entity("organization", "Reuters")
        wire.add("items", "i", start=0, end=24, outlet=kabar, reported="2025-05-02")
        wire.add("items", "i", start=30, end=60, outlet=kabar)
        tally = self.tally(marking, wire)
        self.expect(tally, "reported", 2, 2, 1)
        self.assertEqual(tally.shares["reported: date"], [0, 1])
        self.assertIsNotNone(reuters)

    def test_plain(self):
        marking, wire = self.check("person | Chad Bale | -", "ten words " * 50, set="plain")
        wire.entity("person", "Chad Bale")
        wire.entity("country", "Chad", country="TD", id="country:TD")
        wire.relation("met", ("participant", {"country": "TD"}))
        _, noise = accuracy.measure([marking], {marking.id: Graph(wire.wire, marking.text)})
        self.assertEqual(noise.rates(), {"persons": 0, "countries": 10, "organizations": 0, "meetings": 10, "projects": 0})


class WordCases(unittest.TestCase):
    def test_names(self):
        for one, other in (("Gideon Sa’ar", "GIDEON SA'AR"), ("Edgars Rinkēvičs", "Edgars Rinkevics"), ("Cevdet Yılmaz", "Cevdet Yilmaz"),
                           ("The Korea Herald", "Korea Herald"), ("Samruk-Kazyna JSC", "Samruk–Kazyna"), ("Anadolu Ray A.Ş.", "Anadolu Ray")):
            self.assertEqual(words.fold_name(one), words.fold_name(other))

    def test_units(self):
        self.assertTrue(words.same_unit("x-person", "", "local people"))
        self.assertTrue(words.same_unit("x-teu-per-year", "x-teu-per-year"))
        self.assertTrue(words.same_unit("tonne-per-year", "tonne", lenient=True))
        self.assertFalse(words.same_unit("tonne-per-year", "tonne"))
        self.assertFalse(words.same_unit("tonne-per-year", "tonne-per-day", lenient=True))
        self.assertFalse(words.same_unit("x-train", "meter", "trains"))

    def test_overlap(self):
        self.assertEqual(words.overlap("deepwater port at Corio", "the port of Corio"), 2 / 3)
        self.assertEqual(words.overlap("1.5GW wind park in Karakalpakstan", "1.5 GW wind park"), 2 / 3)
        self.assertEqual(words.tokens("450-MW power plant at the mine"), {"power", "plant", "mine"})
        self.assertEqual(words.tokens("CASA-1000 power line"), {"casa", "1000", "power", "line"})

    def test_dates(self):
        self.assertTrue(words.same_date("2026-07/2026-12", "2026-41"))
        self.assertTrue(words.same_date("2025-10/2025-12", "2025-36"))
        self.assertTrue(words.same_date("2026-21", "2026-21~"))
        self.assertFalse(words.same_date("2026-12", "2026"))

    def test_places_of_words(self):
        self.assertEqual(locate("a 14 b 144 c 4", ["14", "4"]), [(2, 4), (13, 14)])
        self.assertEqual(locate("four\ntrains", ["four trains"]), [(0, 11)])


if __name__ == "__main__":
    unittest.main()
