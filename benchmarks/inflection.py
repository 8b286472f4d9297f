"""Finnish nouns in their cases, for made texts: right for the classes of `words.NOUNS`, and for no others."""

from __future__ import annotations

from typing import NamedTuple


class Stems(NamedTuple):
    """What the cases of a noun are made from: ranta, ranna-n, ranta-an, rantaa, rantojen, rantoja, rannoi-ssa."""

    nominative: str
    weak: str
    strong: str
    partitive: str
    genitives: str
    partitives: str
    plural: str


def cases(entry: str) -> dict[str, str]:
    """The forms of an entry of `words.NOUNS`, by the names of their slots in a sentence."""
    kind, *rest = entry.split()
    stems = Stems(*rest[0].split("|")) if kind == "x" else _stems(kind, *rest)
    a = "a" if _is_back(stems.nominative) else "ä"
    weak, strong, plural = stems.weak, stems.strong, stems.plural
    return {
        "nom": stems.nominative,
        "gen": f"{weak}n",
        "par": stems.partitive,
        "ine": f"{weak}ss{a}",
        "ela": f"{weak}st{a}",
        "ill": _illative(strong),
        "ade": f"{weak}ll{a}",
        "abl": f"{weak}lt{a}",
        "all": f"{weak}lle",
        "ess": f"{strong}n{a}",
        "tra": f"{weak}ksi",
        "owned": f"{strong}ns{a}",
        "noms": f"{weak}t",
        "gens": stems.genitives,
        "pars": stems.partitives,
        "ines": f"{plural}ss{a}",
        "elas": f"{plural}st{a}",
        "ades": f"{plural}ll{a}",
        "abls": f"{plural}lt{a}",
        "alls": f"{plural}lle",
    }


def place_cases(entry: str) -> dict[str, str]:
    """The forms of a place: its name, and after a colon the stem of its genitive where it is another."""
    name, _, stem = entry.partition(":")
    weak = stem or (f"{name[:-3]}se" if name.endswith("nen") else name)
    a = "a" if _is_back(name) else "ä"
    into = name if name[-1] in "aouäöy" else weak
    return {
        "place": name,
        "place_gen": f"{weak}n",
        "place_ine": f"{weak}ss{a}",
        "place_ela": f"{weak}st{a}",
        "place_ill": _illative(into),
    }


def _stems(kind: str, word: str, genitive: str = "") -> Stems:
    a = "a" if _is_back(word) else "ä"
    o = "o" if a == "a" else "ö"
    weak = genitive or word
    match kind:
        case "u":
            return Stems(word, weak, word, word + a, f"{word}jen", f"{word}j{a}", f"{weak}i")
        case "i":
            strong = word[:-1]
            return Stems(word, weak, word, word + a, f"{word}en", f"{strong}ej{a}", f"{weak[:-1]}ei")
        case "o":
            strong = word[:-1]
            return Stems(word, weak, word, word + a, f"{strong}ojen", f"{strong}oja", f"{weak[:-1]}oi")
        case "k":
            strong = word[:-1]
            return Stems(word, weak, word, word + a, f"{strong}ien", f"{strong}iä", f"{weak[:-1]}i")
        case "j":
            strong = f"{word[:-1]}{o}i"
            return Stems(word, word, word, word + a, f"{strong}den", f"{strong}t{a}", strong)
        case "e" | "p":
            plural = f"{weak[:-1]}i" if weak[-1] != "i" else weak
            partitive = f"{word}tt{a}" if kind == "e" else f"{word}t{a}"
            return Stems(word, weak, weak, partitive, f"{plural}den", f"{plural}t{a}", plural)
    return _consonantal(kind, word, a)


def _consonantal(kind: str, word: str, a: str) -> Stems:
    match kind:
        case "n":
            stem = f"{word[:-3]}s"
            return Stems(word, f"{stem}e", f"{stem}e", f"{stem}t{a}", f"{stem}ten", f"{stem}i{a}", f"{stem}i")
        case "s":
            stem = f"{word[:-1]}ks"
            return Stems(word, f"{stem}e", f"{stem}e", f"{word}t{a}", f"{word}ten", f"{stem}i{a}", f"{stem}i")
        case "t":
            stem = word[:-1]
            return Stems(word, f"{stem}de", f"{stem}te", f"{stem}tt{a}", f"{stem}ksien", f"{stem}ksi{a}", f"{stem}ksi")
    raise ValueError(kind)


def _illative(stem: str) -> str:
    return f"{stem}seen" if stem[-1] == stem[-2] else f"{stem}{stem[-1]}n"


def _is_back(word: str) -> bool:
    """Whether the endings have a, o, u: the last vowel that is not neutral says so."""
    last = next((letter for letter in reversed(word) if letter in "aouäöy"), "ä")
    return last in "aou"
