"""Counts and error lists."""


class Tally:
    """What was marked, found and right, by kind; and, of what was right, which of its properties were."""

    def __init__(self):
        self.counts = {}
        self.shares = {}
        self.errors = []
        self.document = ""

    def kind(self, kind):
        """Lists a kind even where it does not occur."""
        return self.counts.setdefault(kind, [0, 0, 0])

    def right(self, kind):
        counts = self.kind(kind)
        for index in range(3):
            counts[index] += 1

    def missed(self, kind, words):
        self.kind(kind)[0] += 1
        self.errors.append((kind, "missed", self.document, words))

    def false(self, kind, words):
        self.kind(kind)[1] += 1
        self.errors.append((kind, "false", self.document, words))

    def share(self, kind, is_right, words):
        counts = self.shares.setdefault(kind, [0, 0])
        counts[1] += 1
        if is_right:
            counts[0] += 1
        else:
            self.errors.append((kind, "wrong", self.document, words))

    def compare(self, kind, marked, found, pairs, show_marked, show_found, is_ignored=lambda index: False):
        """Counts pairs, what is left of the marked, and what is left of the found unless it is to be ignored."""
        self.kind(kind)
        lefts, rights = {left for left, _ in pairs}, {right for _, right in pairs}
        for _ in pairs:
            self.right(kind)
        for index, thing in enumerate(marked):
            if index not in lefts:
                self.missed(kind, show_marked(thing))
        for index, thing in enumerate(found):
            if index not in rights and not is_ignored(index):
                self.false(kind, show_found(thing))

    def scores(self):
        """Precision, recall and F1 by kind in percent; `None` where nothing can be divided."""
        result = {}
        for kind, (marked, found, right) in self.counts.items():
            result[kind] = (
                100 * right / found if found else None,
                100 * right / marked if marked else None,
                200 * right / (marked + found) if marked + found else None)
        return result
