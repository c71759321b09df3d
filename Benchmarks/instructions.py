#!/usr/bin/env python3
"""Counts the instructions that the tool needs for each byte of the samples, free of the noise of timing.

    python3 Benchmarks/instructions.py .build-static/release/extract [--baseline | --write-baseline]

Runs a stripped copy under valgrind's callgrind, once on all samples as JSON Lines and once on an empty input; the difference is the
work on the texts, the second number the start. It needs a static build, since valgrind cannot read the Swift runtime's libraries:

    swift build -c release --product extract --static-swift-stdlib -Xlinker -lstdc++ --scratch-path .build-static

`--baseline` compares with instructions-baseline.json and ends with status 1 where either has grown by more than 5 %. Needs
valgrind and strip.
"""
import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BASELINE = HERE / "instructions-baseline.json"
COPIES = 10
ALLOWED = 1.05


def instructions(binary, lines, folder):
    path = folder / "input.jsonl"
    path.write_text("".join(lines), encoding="utf-8")
    result = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", binary, "--input", "jsonl", "--format", "jsonl",
         "--jobs", "1", "--quiet", path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    count = re.search(r"Collected : (\d+)", result.stderr)
    if not count:
        sys.exit(f"instructions.py: valgrind gave no count:\n{result.stderr}")
    return int(count[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", type=pathlib.Path)
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--baseline", action="store_true")
    group.add_argument("--write-baseline", action="store_true")
    options = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted((HERE.parent / "Samples").glob("*.txt"))]
    lines = [json.dumps({"id": f"d{i}", "text": text, "date": "2025-06-13"}) + "\n" for i, text in enumerate(texts * COPIES)]
    size = sum(len(text.encode()) for text in texts) * COPIES
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        binary = folder / "extract"
        shutil.copy(options.binary, binary)
        subprocess.run(["strip", binary], check=True)
        start = instructions(binary, [], folder)
        work = instructions(binary, lines, folder) - start
    counted = {"start": start, "per-byte": round(work / size, 1)}
    print(f"start {start:,} instructions; {work / size:,.1f} for each byte of {size:,}")
    if options.write_baseline:
        BASELINE.write_text(json.dumps(counted, indent=2) + "\n")
    if options.baseline:
        allowed = json.loads(BASELINE.read_text())
        grown = [f"{key}: {counted[key]:,} where {allowed[key]:,} was" for key in counted if counted[key] > allowed[key] * ALLOWED]
        if grown:
            sys.exit("instructions.py: grown by more than 5 %:\n" + "\n".join(grown))


if __name__ == "__main__":
    main()
