#!/usr/bin/env python3
"""Compares the engine's stages with ICU and with what else there is, on the same texts in one run.

    python3 Benchmarks/compare.py [--megabytes 5] [--names 100000] [--seconds 20] [--engine-only]

Builds in release mode, writes the invented corpus, times all stages (`measure`) and then the rivals (`rivals/rival.py`, in a virtual
environment that it makes under Benchmarks/.build), and prints a table in Markdown with ratios, the goals and whether they are met.
All rates are megabytes of text for each second of one core's CPU time. Whoever finds names must first find all that stand in the
texts. Exit status: 0, 1 where a count is wrong, 2 where something could not be run. Goals that are missed do not change it.
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
RIVALS = ["ahocorasick_rs", "daachorse", "flashtext", "spaCy PhraseMatcher", "spaCy EntityRuler", "dateparser",
          "quantulum3", "spaCy + dateparser + quantulum3"]
# Each goal: what, times at least, whom (the fastest of them).
GOALS = [
    ("words", 15, ["words (ICU)"]),
    ("words (portable)", 4, ["words (ICU)"]),
    ("sentences", 8, ["sentences (ICU)"]),
    ("tokens and names, {names}", 3, ["ahocorasick_rs", "daachorse"]),
    ("tokens and names, {names}", 60, ["spaCy PhraseMatcher"]),
    ("figures", 300, ["dateparser"]),
    ("figures", 1000, ["quantulum3"]),
    ("extract to JSON Lines", 1, ["words (ICU)"]),
    ("extract to JSON Lines", 20, ["spaCy PhraseMatcher"]),
    ("extract to JSON Lines", 2500, ["spaCy + dateparser + quantulum3"]),
]


def run(command, **options):
    return subprocess.run(command, check=True, cwd=HERE, text=True, **options)


def engine(megabytes, names):
    """The stages' rates by name."""
    result = subprocess.run([HERE / ".build/release/measure", str(megabytes), str(names)], cwd=HERE, text=True,
                            stdout=subprocess.PIPE)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    if result.returncode:
        sys.exit(result.returncode)
    return {row["name"]: row for row in rows}


def environment():
    """The Python of the virtual environment with the rivals."""
    venv = HERE / ".build/rivals"
    python = venv / "bin/python"
    if not python.exists():
        run([sys.executable, "-m", "venv", venv])
    run([python, "-m", "pip", "install", "-q", "-r", HERE / "rivals/requirements.txt"])
    return python


def rivals(python, folder, seconds):
    rows = {}
    for name in RIVALS:
        result = subprocess.run([python, "-W", "ignore", HERE / "rivals/rival.py", name, folder, str(seconds)], text=True,
                                stdout=subprocess.PIPE)
        if result.returncode:
            print(f"compare.py: {name} could not be run", file=sys.stderr)
            sys.exit(2)
        rows[name] = json.loads(result.stdout.splitlines()[-1])
        print(f"  {name}: {rows[name]['mbps']} MB/s", file=sys.stderr)
    return rows


def cold_start(runs=40):
    """Milliseconds of a whole run on one sample, and its memory: build, start, read, write, end."""
    top = HERE.parent
    subprocess.run(["swift", "build", "-c", "release", "--product", "extract"], check=True, cwd=top, stdout=sys.stderr)
    sample = min((top / "Samples").glob("*.txt"), key=lambda path: abs(path.stat().st_size - 5_000))
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        process = subprocess.Popen([top / ".build/release/extract", "--format", "jsonl", sample], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        times.append((time.perf_counter() - start) * 1e3)
        if status:
            sys.exit("compare.py: extract failed on a sample")
    # Kilobytes on Linux, bytes on macOS.
    resident = usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    print(f"\nOne digest of {sample.stat().st_size:,} bytes from a cold start, median of {runs}: "
          f"{sorted(times)[runs // 2]:.1f} ms, {resident:.0f} MB resident")


def machine():
    try:
        model = next(line for line in open("/proc/cpuinfo") if line.startswith("model name")).split(":")[1].strip()
    except (OSError, StopIteration):
        model = platform.processor() or platform.machine()
    swift = run(["swift", "--version"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.splitlines()[0]
    return f"{model}, {os.cpu_count()} cores; {swift}; Python {platform.python_version()}"


def table(rows, goals):
    print(f"\nMeasured {datetime.date.today()} on {machine()}\n")
    print("| | MB/s of one core | found |\n|---|---:|---:|")
    for row in rows.values():
        print(f"| {row['name']} | {row['mbps']:,.3g} | {row['found'] if row['found'] is not None else '-'} |")
    print("\n| goal | ratio | |\n|---|---:|---|")
    for what, times, others in goals:
        others = [rows[other] for other in others if other in rows]
        if others and what in rows:
            ratio = rows[what]["mbps"] / max(other["mbps"] for other in others)
            names = " and ".join(other["name"] for other in others)
            print(f"| {what} ≥ {times:,} × {names} | {ratio:,.3g} | {'met' if ratio >= times else 'missed'} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=5)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=20, help="how long each rival may take")
    parser.add_argument("--engine-only", action="store_true")
    options = parser.parse_args()
    for product in ["measure", "make-corpus"]:
        run(["swift", "build", "-c", "release", "--product", product], stdout=sys.stderr)
    rows = engine(options.megabytes, options.names)
    if not options.engine_only:
        with tempfile.TemporaryDirectory() as folder:
            run([HERE / ".build/release/make-corpus", folder, str(options.megabytes), str(options.names)])
            rows |= rivals(environment(), folder, options.seconds)
    words = {1_000: "1k", 10_000: "10k", 100_000: "100k", 1_000_000: "1M"}.get(options.names, "100k")
    table(rows, [(what.format(names=words), times, others) for what, times, others in GOALS])
    cold_start()


if __name__ == "__main__":
    main()
