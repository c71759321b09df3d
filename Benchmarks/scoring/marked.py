"""The marked texts: Tests/Cases/marked and Tests/Cases/plain."""

from pathlib import Path

from . import Trouble
from .words import fold, fold_name

FIELDS = {
    "document-date": (2, 2), "person": (3, 4), "organization": (3, 4), "country": (2, 2), "met": (5, 5),
    "visited": (5, 5), "signed": (5, 5), "awarded": (4, 4), "project": (3, 3), "project-country": (4, 4),
    "project-figure": (5, 5), "change": (5, 5), "date": (3, 3), "figure": (4, 4), "reported": (4, 4),
}


class Marking:
    """A text and the facts that are marked in it."""

    def __init__(self, path):
        self.id = path.name.removesuffix(".txt")
        self.set, number = self.id.split("-")[:2]
        self.number = int(number)
        self.text = path.read_bytes().decode("utf-8")
        self.lines = list(read_lines(path.with_name(self.id + ".gold.tsv")))
        self.date = next((line[1] for line in self.lines if line[0] == "document-date"), None)

    @property
    def half(self):
        return "development" if self.number % 2 == 0 else "held-out"

    def of(self, kind):
        """The lines of a kind without its name."""
        return [line[1:] for line in self.lines if line[0] == kind]

    def participants(self):
        """Every name under which a person or organisation may take part, folded, with the marked name."""
        names = {}
        for name, *_ in self.of("person"):
            names.setdefault(fold_name(name), name)
        for name, acronym, *_ in self.of("organization"):
            names.setdefault(fold_name(name), name)
            if acronym != "-":
                names.setdefault(fold(acronym), name)
        return names


def read_lines(path):
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        low, high = FIELDS.get(fields[0], (0, 0))
        if not low <= len(fields) <= high:
            raise Trouble(f"{path}:{number}: '{fields[0]}' with {len(fields)} fields: see the folder's README.md")
        yield fields


def read(folder, sets=None, half=None):
    """The marked texts of a folder, by name."""
    texts = [Marking(path) for path in sorted(Path(folder).glob("*.txt"))]
    return [text for text in texts if (not sets or text.set in sets) and (not half or text.half == half)]
