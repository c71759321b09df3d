"""Folding: when two spellings, numbers, units or dates count as the same."""

import re
import unicodedata

LETTERS = str.maketrans({
    "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ə": "a", "ŋ": "n",
})
APOSTROPHES = re.compile("['’‘ʼʻ`´]")
COMPANY_FORMS = {
    "ltd", "limited", "inc", "plc", "corp", "corporation", "co", "company", "llc", "llp", "jsc", "ojsc", "pjsc", "sa",
    "ag", "gmbh", "as", "ab", "oy", "spa", "nv", "bv", "sarl", "srl", "ad", "dd",
}
# Words that carry nothing of a designation.
SMALL_WORDS = {
    "the", "a", "an", "of", "in", "at", "on", "to", "from", "and", "for", "by", "with", "near", "between", "through",
    "its", "their",
}
# Sizes inside a designation: "1.5GW wind park", "pipe of 60 km".
MEASURES = re.compile(r"(\d[\d.,]*)?[\s-]*\b(?<!\w)(\d[\d.,]*)?(GW|MW|kW|kV|km)\b")
IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child",
    "series": "series", "aircraft": "aircraft", "feet": "foot",
}
UNIT_SPELLINGS = {
    "metre": "meter", "kilometre": "kilometer", "millimetre": "millimeter", "centimetre": "centimeter",
    "litre": "liter", "metric-ton": "tonne", "ton": "tonne", "percentage-point": "percent",
}


def fold(text):
    """Lower case, no accents, no apostrophes; everything but letters and digits becomes one space."""
    text = unicodedata.normalize("NFKD", text).casefold().translate(LETTERS)
    text = APOSTROPHES.sub("", "".join(c for c in text if not unicodedata.combining(c)))
    return " ".join(re.findall(r"[^\W_]+", text))


def fold_name(name):
    """A name without leading article, possessive ending and, at its end, the form of a company."""
    words = fold(re.sub(r"(['’]s|['’])$", "", name.strip())).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in COMPANY_FORMS:
        words = words[:-1]
    # "A.Ş." folds to two single letters.
    if len(words) > 2 and len(words[-1]) == 1 and len(words[-2]) == 1:
        words = words[:-2]
    return " ".join(words)


def tokens(designation):
    """The words of a designation that count."""
    words = {singular(word) for word in fold(designation).split()} - SMALL_WORDS
    without = {singular(word) for word in fold(MEASURES.sub(" ", designation)).split()} - SMALL_WORDS
    return without or words


def overlap(wanted, given):
    """The share of the wanted designation's words that the given one has."""
    words = tokens(wanted)
    return len(words & tokens(given)) / len(words) if words else 0.0


def singular(noun):
    """The singular of an English noun, by its ending."""
    noun = noun.casefold()
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 2:
        return noun[:-1]
    return noun


def plain(text):
    """The words of a date or figure: letter case, kinds of dash and apostrophe, spaces and a leading article aside."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub("[‐‑‒–—−]", "-", APOSTROPHES.sub("'", text))
    return re.sub(r"^(the|a|an)\s+", "", " ".join(text.split()))


def same_number(left, right):
    """Whether two numbers are equal within 0.1 %; `None` equals `None` only."""
    if left is None or right is None:
        return left is right
    return abs(left - right) <= 0.001 * max(abs(left), abs(right))


def same_value(left, right):
    """Whether two values (low, high) are equal within 0.1 %."""
    return same_number(left[0], right[0]) and same_number(left[1], right[1])


def parse_value(text):
    """The (low, high) of a marked value: "12" or "8..10"; `None` for "-"."""
    if text == "-":
        return None
    low, _, high = text.partition("..")
    return float(low), float(high or low)


def parse_duration(timex):
    """The (value, unit) of a TIMEX3 duration with one part, "P2Y"; else `None`."""
    found = re.fullmatch(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS]|DE|CE|Q)", timex or "")
    if not found:
        return None
    clock, number, letter = found.groups()
    names = {"Y": "year", "M": "minute" if clock else "month", "W": "week", "D": "day", "H": "hour", "S": "second",
             "DE": "decade", "CE": "century", "Q": "quarter"}
    return float(number), names[letter]


def split_unit(unit):
    """A unit as (what is measured, per what)."""
    base, _, rate = unit.partition("-per-")
    return UNIT_SPELLINGS.get(base, base), rate


def same_unit(wanted, given, noun=None, lenient=False):
    """Whether a unit is the marked one.

    `noun` is what the extractor says was counted: its last word stands in for a missing or different `x-` unit.
    `lenient` lets one side leave out the rate: "18,000 tons" of a plant that makes them annually.
    """
    wanted_base, wanted_rate = split_unit(wanted)
    given_base, given_rate = split_unit(given or "")
    if wanted_rate != given_rate and not (lenient and "" in (wanted_rate, given_rate)):
        return False
    if wanted_base == given_base:
        return True
    if not wanted_base.startswith("x-") or (given_base and not given_base.startswith("x-")):
        return False
    heads = {singular(given_base[2:].split("-")[-1])} if given_base else set()
    if noun:
        heads |= {singular(word) for word in fold(noun).split()[-1:]}
    return singular(wanted_base[2:]) in heads


def same_date(wanted, given):
    """Whether two EDTF values are the same, marks of uncertainty aside, a quarter or half of a year as its months."""
    return given is not None and canonical_date(wanted) == canonical_date(given)


def canonical_date(edtf):
    edtf = re.sub("[~?%]", "", edtf)
    if part := re.fullmatch(r"(\d{4})-(3[3-6]|4[01])", edtf):
        year, code = part[1], int(part[2])
        first, last = (3 * (code - 33) + 1, 3 * (code - 33) + 3) if code < 40 else (6 * (code - 40) + 1, 6 * (code - 40) + 6)
        return f"{year}-{first:02}/{year}-{last:02}"
    return edtf


def shorten(text, limit=150):
    """A sentence on one line of limited length."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"
