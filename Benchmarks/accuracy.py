#!/usr/bin/env python3
"""Measures how much of the marked texts `extract` finds, and how much of what it finds is right.

    python3 Benchmarks/accuracy.py .build/release/extract [--set SET] [--half HALF] [--errors KIND]
                                   [--baseline FILE | --write-baseline FILE]

The texts and their marking: Tests/Cases/marked (its README.md says what is marked) and Tests/Cases/plain. All go
through one run of `extract --input jsonl --format jsonl -`. Python's standard library is all that is needed.

WHAT COUNTS AS THE SAME

Words. Letter case, accents, apostrophes, kinds of dash and white space never matter. A name is compared without a leading
article, a possessive ending and the form of a company ("Ltd.", "JSC").

Persons, organizations, outlets. An entity is right if the marked name (or acronym) is its name, one of its aliases or the
text of a mention of it by name; each marked name takes one entity, a second one is a false alarm. Entities that the text
names nowhere (a president known by the office alone), the marked authors of quoted pieces, and ministries and governments
that are not marked count neither way. An unmarked organization is a false outlet if the graph uses it as a source.

Countries. The set of each text, from mentions by name, acronym, short form or demonym. A capital that stands for its
government is none.

Participants. An argument stands for a marked name if its entity bears that name, and for a marked country code if it is
that country, its capital or government, a body or group of that country without a name, or a person whom the text does
not name. An argument that cannot be told (no entity, no country) takes no part.

Met pairs. Those that make the graph's edges: of a relation with host (or visitor) and guest, each of the ones with each of the
others; of one with participants, parties and mediators, all pairs ("A met B and C" is two relations there). A visit with a host
adds nothing where another meeting of the same two covers it. The pair has no order. One marked line takes one pair of one
relation, so an event told as two is a false alarm, unless the graph ties the two (a part of it, or a conflict); of several events
of a pair, those that agree in status and date are matched first. "Asserted" is the same count for what happened or goes on.
Status is judged over the matched pairs, and the date over those whose date is marked.

Visited. Visitor and destination. A marked country is matched by any of its places; a marked city by that city only.
Invitations match marked proposals, and are no false alarm otherwise; nor are visits to plants, borders and fairs.

Signed. The pair of parties; the subject decides between several papers of a pair. Where one party is marked, a relation
with that party is right as a whole. Awarded: the recipient, and at least half of the award's words.

Projects. At least half of the marked designation's words (small words and sizes apart) stand in the entity's name or in one
mention, or that name has two words or more and all are in the designation ("wind farm"). Programmes that are not marked, and
ports, airports and the like of which nothing is said, count neither way. Status and the name of a measure are not judged.
Project countries are pairs, whatever the parts; the part is judged over the matched pairs, each marked part once. Denied
involvement counts as none. Project figures need the project, the value and the unit; an equivalent in other money and what
a change reached are no false alarms.

Figures and dates. Compared where they overlap the marked words. ": value" asks for value (within 0.1 %) and unit, or the
EDTF date; the line without it for the exact words as well. A time of day counts by the day that it names. The unit of counted things is the noun, singular, its last word.
In project figures and changes one side may leave out "per year". Counts that the marking leaves out are no false alarms:
"the two leaders", "one table", "a third", "three times". The end of a year may be its December, or the year with the
modifier END; a quarter or half is the same by its EDTF code and by its months. Changes: both ends (or their absence) and the unit.

Reported. Item and outlet; the item is the one that the first words of its headline stand in.

Plain texts. False finds per 1,000 words; meetings and projects are false there, all of them.

Exit status: 0; 1 if an F1 lies more than 0.5 points below the baseline's, or a rate of false finds more than 0.5 above;
2 if nothing could be measured.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from scoring import Trouble, entities, events, figures, items, marked, projects  # noqa: E402
from scoring.found import Graph  # noqa: E402
from scoring.plain import Noise  # noqa: E402
from scoring.tally import Tally  # noqa: E402

CASES = Path(__file__).resolve().parent.parent / "Tests" / "Cases"
SETS = ("digest", "meeting", "project", "plain")
HALVES = ("development", "held-out")
TOLERANCE = 0.5


def extract(command, markings):
    """Runs the extractor once over all texts; their graphs by id."""
    lines = []
    for marking in markings:
        line = {"id": marking.id, "text": marking.text}
        if marking.date:
            line["date"] = marking.date
        lines.append(json.dumps(line, ensure_ascii=False) + "\n")
    try:
        run = subprocess.run([command, "--input", "jsonl", "--format", "jsonl", "-"], input="".join(lines).encode("utf-8"),
                             stdout=subprocess.PIPE, check=False)
    except OSError as error:
        raise Trouble(f"{command}: {error.strerror}: build it with `swift build -c release --product extract`") from error
    if run.returncode != 0:
        raise Trouble(f"{command} ended with status {run.returncode}")
    wires = [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]
    by_id = {wire["document"]["id"]: wire for wire in wires}
    if missing := [marking.id for marking in markings if marking.id not in by_id]:
        raise Trouble(f"{command} gave no result for {', '.join(missing)}")
    return {marking.id: Graph(by_id[marking.id], marking.text) for marking in markings}


def measure(markings, graphs):
    """Scores the marked texts and the plain ones."""
    tally, noise = Tally(), Noise()
    for marking in markings:
        graph = graphs[marking.id]
        if marking.set == "plain":
            noise.add(marking, graph)
            continue
        tally.document = marking.id
        cast = entities.Cast(marking, graph)
        entities.score(marking, graph, cast, tally)
        events.score(marking, graph, cast, tally)
        projects.score(marking, graph, tally)
        figures.score(marking, graph, tally)
        items.score(marking, graph, tally)
    return tally, noise


def read_cases(sets, half):
    folders = {"plain"} if sets == {"plain"} else {"marked"} | ({"plain"} if "plain" in sets else set())
    return [marking for folder in sorted(folders) for marking in marked.read(CASES / folder, sets, half)]


# MARK: Output


def number(value):
    return "-" if value is None else f"{value:.1f}"


def table(tally, noise):
    lines = []
    if tally.counts:
        lines.append(f"{'':26}{'precision':>9}{'recall':>8}{'F1':>8}{'marked':>9}{'found':>7}{'right':>7}")
        for kind, scores in tally.scores().items():
            wanted, found, right = tally.counts[kind]
            precision, recall, f1 = map(number, scores)
            lines.append(f"{kind:26}{precision:>9}{recall:>8}{f1:>8}{wanted:>9}{found:>7}{right:>7}")
    if tally.shares:
        lines += ["", f"{'of what was right':26}{'percent':>9}{'right':>8}{'of':>8}"]
        lines += [f"{kind:26}{number(100 * right / of):>9}{right:>8}{of:>8}" for kind, (right, of) in tally.shares.items()]
    if noise.words:
        lines += ["", f"{'false in plain texts':26}{'per 1,000 words':>16}{'count':>8}"]
        lines += [f"{kind:26}{rate:>16.2f}{noise.counts[kind]:>8}" for kind, rate in noise.rates().items()]
    return "\n".join(lines).strip("\n")


def error_lines(kind, tally, noise):
    """The errors of a kind, or of all kinds, as document, what is wrong, and the words."""
    errors = [error for error in tally.errors + noise.errors if kind in ("all", error[0])]
    return [f"{document}  {what:6}  {error_kind + ': ' if kind == 'all' else ''}{words}"
            for error_kind, what, document, words in errors]


# MARK: Baseline


def figures_of(tally, noise):
    """What a baseline keeps of one half."""
    f1 = {kind: round(scores[2], 2) for kind, scores in tally.scores().items() if scores[2] is not None}
    return {"f1": f1, "false per 1,000 words": {kind: round(rate, 2) for kind, rate in noise.rates().items()}}


def losses(half, baseline, now):
    """What fell below the baseline by more than is tolerated."""
    kept = baseline.get(half)
    if kept is None:
        raise Trouble(f"the baseline has no figures for '{half}': write it again with --write-baseline")
    for kind, old in kept["f1"].items():
        new = now["f1"].get(kind, 0.0)
        if new < old - TOLERANCE:
            yield f"{kind}: F1 {new:.1f}, baseline {old:.1f}"
    for kind, old in kept["false per 1,000 words"].items():
        new = now["false per 1,000 words"].get(kind, 0.0)
        if new > old + TOLERANCE:
            yield f"{kind} in plain texts: {new:.2f} false per 1,000 words, baseline {old:.2f}"


def read_baseline(path):
    try:
        return json.loads(Path(path).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise Trouble(f"{path}: {error}") from error


def write_baseline(path, markings, graphs):
    baseline = {}
    for half in ("all",) + HALVES:
        chosen = [marking for marking in markings if half in ("all", marking.half)]
        baseline[half] = figures_of(*measure(chosen, graphs))
    Path(path).write_text(json.dumps(baseline, indent=2, ensure_ascii=False) + "\n", "utf-8")


# MARK: Command line


def parse(arguments):
    default_baseline = str(Path(__file__).resolve().with_name("accuracy-baseline.json"))
    parser = argparse.ArgumentParser(
        prog="accuracy.py", description="Measures extract on the marked texts of Tests/Cases.",
        epilog="The head of this file says what counts as the same.")
    parser.add_argument("extract", help="the tool to measure: .build/release/extract")
    parser.add_argument("--set", choices=SETS, help="these texts only")
    parser.add_argument("--half", choices=HALVES, help="development: even numbers; held-out: odd ones")
    parser.add_argument("--errors", metavar="KIND", help="list what was missed, false or wrong of a kind of the table, or all")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--baseline", metavar="FILE", nargs="?", const=default_baseline,
                       help="fail where a figure is worse than there (accuracy-baseline.json)")
    group.add_argument("--write-baseline", metavar="FILE", nargs="?", const=default_baseline,
                       help="keep the figures of this run as the baseline")
    options = parser.parse_args(arguments)
    if options.set and (options.baseline or options.write_baseline):
        parser.error("a baseline is for all sets: leave out --set")
    if options.half and options.write_baseline:
        parser.error("a baseline is for both halves: leave out --half")
    return options


def run(arguments):
    options = parse(arguments)
    baseline = read_baseline(options.baseline) if options.baseline else None
    markings = read_cases({options.set} if options.set else set(SETS), options.half)
    graphs = extract(options.extract, markings)
    tally, noise = measure(markings, graphs)
    if options.errors:
        known = {*tally.counts, *tally.shares, *noise.counts, "all"}
        if options.errors not in known:
            raise Trouble(f"no kind is called '{options.errors}'; there are {', '.join(sorted(known))}")
        print("\n".join(error_lines(options.errors, tally, noise)))
        print()
    print(table(tally, noise))
    if options.write_baseline:
        write_baseline(options.write_baseline, markings, graphs)
    if baseline is not None:
        lost = list(losses(options.half or "all", baseline, figures_of(tally, noise)))
        print("\n" + ("\n".join(["Below the baseline:", *lost]) if lost else "Not below the baseline."))
        return 1 if lost else 0
    return 0


if __name__ == "__main__":
    try:
        sys.exit(run(sys.argv[1:]))
    except Trouble as trouble:
        print(f"accuracy.py: {trouble}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        sys.exit(0)
