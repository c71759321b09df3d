#!/usr/bin/env python3
"""Writes the manual page of `extract` from what the tool says of itself.

    make-manual.py EXTRACT            writes docs/extract.1
    make-manual.py EXTRACT --check    says whether it is up to date, with exit status 1 where it is not
"""

import json
import pathlib
import re
import subprocess
import sys

PAGE = pathlib.Path(__file__).resolve().parent.parent / "docs" / "extract.1"


def run(binary, *arguments):
    return subprocess.run([binary, *arguments], check=True, capture_output=True, text=True).stdout


def escaped(text):
    """Text that troff sets as it stands."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("\N{MULTIPLICATION SIGN}", "\\(mu")
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.MULTILINE)


def prose(text):
    """Paragraphs are filled; indented lines and what follows a title in capitals stand as they are."""
    lines, literal = [], False
    for line in text.strip("\n").split("\n"):
        is_literal = line.startswith("  ")
        if is_literal != literal and line.strip():
            lines.append(".nf" if is_literal else ".fi")
            literal = is_literal
        title = re.fullmatch(r"([A-Z ]+):", line)
        if title:
            lines += [".PP", f".B {title[1].capitalize()}"]
        elif line.strip():
            lines.append(escaped(line))
        elif not literal and lines and lines[-1] != ".PP":
            lines.append(".PP")
    return lines + ([".fi"] if literal else [])


def option(argument):
    """One option or argument with what it does."""
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        head = f"<{value}>" + (" ..." if argument["isRepeating"] else "")
    else:
        names = [("--" if name["kind"] == "long" else "-") + name["name"] for name in argument["names"]]
        names.sort(key=len)
        head = ", ".join(names) + (f" <{value}>" if argument["kind"] == "option" else "")
    text = argument.get("abstract", "")
    if argument.get("allValues"):
        text += f" Values: {', '.join(argument['allValues'])}."
    if argument.get("defaultValue"):
        text += f" Default: {argument['defaultValue']}."
    return [".TP", f".B {escaped(head)}", escaped(text)]


def command(name, found):
    """One command, and those under it."""
    lines = [f".SS {escaped(name)}", escaped(found["abstract"])]
    if found.get("discussion"):
        lines += [".PP", *prose(found["discussion"])]
    for argument in found.get("arguments", []):
        names = {name["name"] for name in argument.get("names", [])}
        if argument.get("shouldDisplay", True) and not names & {"help", "version"}:
            lines += option(argument)
    for child in found.get("subcommands", []):
        lines += command(f"{name} {child['commandName']}", child)
    return lines


def page(binary):
    tool = json.loads(run(binary, "--experimental-dump-help"))["command"]
    version = run(binary, "--version").split()[-1]
    commands = {child["commandName"]: child for child in tool["subcommands"] if child["commandName"] != "help"}
    usage = re.search(r"USAGE: (.*?)\n\n", run(binary, "--help"), re.DOTALL)[1].split("\n")
    topics = re.findall(r"^  extract help (\S+)  +(.*)$", run(binary, "help"), re.MULTILINE)
    lines = [
        '.\\" Made by Scripts/make-manual.py of what the tool says of itself: change that, and run it again.',
        f'.TH EXTRACT 1 "" "extract {version}" "User Commands"',
        ".SH NAME", escaped(f"extract - {tool['abstract'].rstrip('.')}"),
        ".SH SYNOPSIS", ".nf", *(escaped(line.strip()) for line in usage), ".fi",
        ".SH COMMANDS", *command("extract", commands.pop("digest")),
    ]
    for name, found in commands.items():
        lines += command(f"extract {name}", found)
    for name, abstract in topics:
        lines += [f".SH {name.upper()}", f"{escaped(abstract.capitalize())}.", ".PP", *prose(run(binary, "help", name))]
    return "\n".join(lines) + "\n"


def main():
    text = page(sys.argv[1])
    if "--check" not in sys.argv:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(text)
    elif not PAGE.exists() or PAGE.read_text() != text:
        print(f"make-manual: {PAGE.name} is not up to date: run Scripts/make-manual.py {sys.argv[1]}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
