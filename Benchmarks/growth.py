#!/usr/bin/env python3
"""Checks that the time for a document grows no faster than its length, on hard inputs and on news.

    python3 Benchmarks/growth.py .build/release/extract [--kilobytes 100] [--only NAME]

Each input is read as one document, once short and once four times as long; CPU time of the process, less that of an empty document,
the best of three. Ends with status 1 where four times the length takes more than six times the time, or an input is read at less than
a twentieth of the rate of news.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TIMES = 4
ALLOWED = 6.0
SLOWEST = 0.05
# Less than this is noise.
MEASURABLE = 0.05


def inputs():
    """What is repeated, by name."""
    samples = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted((HERE.parent / "Samples").glob("*.txt")))
    return {
        "news": samples + "\n\n",
        "news on one line": " ".join(samples.split()) + " ",
        "one word": "a",
        "one capital": "A",
        "digits": "7",
        "numbers": "1 ",
        "numbers with stops": ".1",
        "stops": ". ",
        "punctuation": "!?;:,-()",
        "commas": ", ",
        "quotes": "“",
        "brackets": "(",
        "and": "and ",
        "of the": "of the ",
        "name prefixes": "Kassym-Jomart ",
        "names": "President Xi Jinping and President Vladimir Putin ",
        "met": "met ",
        "names that met": "Xi Jinping met Vladimir Putin and ",
        "plants": "the plant with a capacity of ",
        "sums": "$5 million to $6 million, ",
        "dates": "May 5, May 6 and May 7, ",
        "capitals": "MINISTERS MEET IN ASTANA ON MONDAY ",
        "no spaces": "PresidentMetMinisterInAstana",
        "lines": "\n",
        "headlines": "Xi Jinping receives Putin\n",
        "combining marks": "e\u0301",
        "Thai": "ประเทศไทย",
        "emoji": "👩‍👩‍👧",
    }


def seconds(binary, text, folder):
    path = folder / "input.jsonl"
    path.write_text(json.dumps({"id": "d", "text": text, "date": "2025-05-09"}) + "\n", encoding="utf-8")
    best = None
    for _ in range(3):
        process = subprocess.Popen([binary, "--input", "jsonl", "--format", "jsonl", "--jobs", "1", "--quiet", path],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            sys.exit(f"growth.py: {binary} ended with status {status}")
        used = usage.ru_utime + usage.ru_stime
        best = used if best is None else min(best, used)
    return best, usage.ru_maxrss / 1e3


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("--kilobytes", type=float, default=100, help="the length of the short one")
    parser.add_argument("--only", help="the name of one input")
    options = parser.parse_args()
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        start, _ = seconds(options.binary, "", folder)
        news = None
        print(f"{'':20} {'KB':>7} {'ms':>9} {'4 x as long, ms':>16} {'ratio':>6} {'MB/s':>8} {'MB resident':>12}")
        for name, unit in inputs().items():
            if options.only not in (None, name):
                continue
            text = unit * max(1, int(options.kilobytes * 1e3 / len(unit.encode())))
            size = len(text.encode()) * TIMES
            short, _ = seconds(options.binary, text, folder)
            long, resident = seconds(options.binary, text * TIMES, folder)
            short, long = max(short - start, 1e-3), max(long - start, 1e-3)
            rate = size / 1e6 / long
            news = news or rate
            print(f"{name:20} {size / TIMES / 1e3:7.0f} {short * 1e3:9.1f} {long * 1e3:16.1f} {long / short:6.2f} {rate:8.2f} "
                  f"{resident:12.0f}")
            if long > MEASURABLE and long / short > ALLOWED:
                faults.append(f"{name}: {TIMES} x the length takes {long / short:.1f} x the time")
            if long > MEASURABLE and rate < news * SLOWEST:
                faults.append(f"{name}: {rate:.3f} MB/s, news {news:.2f}")
    if faults:
        sys.exit("growth.py:\n" + "\n".join(faults))


if __name__ == "__main__":
    main()
