#!/usr/bin/env python3
"""Reads every format with readers that nobody here wrote, and compares what they give with the native JSON.

    check.py EXTRACT HARD_GRAPHS [--only FORMAT]

EXTRACT is the built tool, HARD_GRAPHS a folder of results as JSON Lines (`HARD_GRAPHS=FOLDER swift test --filter
ConformanceTests` writes it); the samples are read beside them. Then the checks are tried themselves: names, numbers and
relations are changed in the files one at a time, and each change has to be found.
"""

import argparse
import json
import pathlib
import re
import shutil
import sqlite3
import sys
import tempfile
import time

import event_formats
import graph_formats
import rdf_formats
import table_formats
from native import Native, run

ROOT = pathlib.Path(__file__).resolve().parents[2]
# The file of each format's output, or its folder.
READERS = {
    "json": event_formats.native_json,
    "jsonl": event_formats.native_json,
    "graphml": graph_formats.graphml,
    "gexf": graph_formats.gexf,
    "dot": graph_formats.dot,
    "csv": graph_formats.csv_files,
    "neo4j-csv": graph_formats.neo4j,
    "cypher": graph_formats.cypher,
    "turtle": lambda native, path: rdf_formats.same(native, path, path.replace("turtle", "jsonld")),
    "tables": table_formats.tables,
    "sqlite": table_formats.sqlite,
    "ftm": event_formats.ftm,
    "plover": event_formats.plover,
    "annotations": event_formats.annotations,
}
FOLDERS = {"csv", "neo4j-csv", "tables"}
# Python's readers of these take minutes for the graph with 10,000 edges; the Swift kit and the other formats have it.
SLOW = {"json", "jsonl", "cypher", "turtle", "dot"}


def export(extract, source, format, folder, *texts):
    path = folder / f"out.{format}"
    run(extract, *(texts or ("convert", source)), "--format", format, "-o", path)
    if format == "turtle":
        export(extract, source, "jsonld", folder, *texts)
    return str(path)


def read(reader, native, path):
    """The faults that a reader finds; one that gives up has found one."""
    try:
        return reader(native, path)
    except Exception as error:  # noqa: BLE001 - readers fail in ways of their own
        return [f"{type(error).__name__}: {str(error)[:200]}"]


def check(extract, natives, only, folder):
    """All graphs in all formats."""
    failed = 0
    for native, texts in natives:
        for format, reader in READERS.items():
            if only and format != only or format in SLOW and "10000" in str(native.path):
                continue
            start = time.monotonic()
            faults = read(reader, native, export(extract, native.path, format, folder, *(texts if format == "annotations" else [])))
            passed = time.monotonic() - start
            if passed > 20:
                print(f"{pathlib.Path(native.path).stem}, {format}: {passed:.0f} s")
            failed += bool(faults)
            for fault in faults:
                print(f"{pathlib.Path(native.path).stem}, {format}: {fault[:400]}", file=sys.stderr)
            for left in folder.iterdir():
                shutil.rmtree(left) if left.is_dir() else left.unlink()
    return failed


def changes(text):
    """The text with one thing changed, in several ways, each one of which a reader has to notice."""
    for old, new in (("Rivas", "Rives"), ("met-with", "met_with"), ("MET_WITH", "MET_WTIH"), ("happened", "hapened"),
                     ("2025-05-07", "2025-05-08"), ("Quispe", "Quipse")):
        places = [match.start() for match in re.finditer(old, text)]
        for place in places[:3]:
            yield f"{old} at {place}", text[:place] + new + text[place + len(old):]
    yield "half of it", text[: len(text) // 2]


def check_the_checks(extract, native, only, folder):
    """Broken files must be found broken."""
    unnoticed = 0
    for format, reader in READERS.items():
        if only and format != only:
            continue
        path = pathlib.Path(export(extract, native.path, format, folder))
        if format == "sqlite":
            statements = [
                "UPDATE entity SET name = name || '!'", "DELETE FROM edge_event", "UPDATE relation SET status = 'planned'",
                "UPDATE evidence SET text = ''", "UPDATE figure SET value = value + 1", "DELETE FROM mention",
                "UPDATE argument SET role = 'host'", "DELETE FROM entity"]
            for statement in statements:
                broken = folder / "broken.sqlite"
                shutil.copy(path, broken)
                database = sqlite3.connect(broken)
                database.execute(statement)
                database.commit()
                database.close()
                if not read(reader, native, str(broken)):
                    unnoticed += 1
                    print(f"{format}: '{statement}' goes unnoticed", file=sys.stderr)
            continue
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            whole = file.read_bytes()
            for what, text in changes(whole.decode()):
                file.write_bytes(text.encode())
                if text.encode() != whole and not read(reader, native, str(path)):
                    unnoticed += 1
                    print(f"{format}, {file.name}: {what} goes unnoticed", file=sys.stderr)
            file.write_bytes(whole)
    return unnoticed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("extract", type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("hard", type=pathlib.Path)
    parser.add_argument("--only")
    options = parser.parse_args()
    schema = json.loads(run(options.extract, "validate", "--schema"))
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        samples = sorted((ROOT / "Samples").glob("*.txt"))
        texts = folder / "samples.jsonl"
        run(options.extract, "--format", "jsonl", *samples, "-o", texts)
        by_name = {rdf_formats.name("document", str(path)): path.read_bytes().decode() for path in samples}
        natives = [(Native(options.extract, texts, by_name), samples)]
        natives += [(Native(options.extract, path), []) for path in sorted(options.hard.glob("*.jsonl"))]
        for native, _ in natives:
            native.schema = schema
        out = folder / "out"
        out.mkdir()
        failed = check(options.extract, natives, options.only, out)
        one = next(native for native, _ in natives if native.path.name == "one-edge.jsonl")
        unnoticed = check_the_checks(options.extract, one, options.only, out)
    total = len(natives) * len(READERS)
    print(f"{len(natives)} graphs in {len(READERS)} formats; {failed} of {total} files with faults; "
          f"{unnoticed} broken files taken for good")
    sys.exit(1 if failed or unnoticed else 0)


if __name__ == "__main__":
    main()
