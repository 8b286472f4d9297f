"""The readings of the reference: what pyvoikko says of some thousand words, written down for a test to compare with.

Not locked with the other tools, as what it needs has no wheel for Python 3.14. To write the file anew, with Python 3.13
or older: `python -m pip install pyvoikko==0.6`, then `python -m scripts.morphology_reference`. It takes some minutes.
"""

from __future__ import annotations

import lzma
import random
import re
from pathlib import Path

from hankeapp.language.flags import FAILED, effects
from hankeapp.language.transducer import Transducer, reads_letter
from hankeapp.paths import DICTIONARY, EXAMPLE_PAGE

REFERENCE = Path(__file__).parent.parent / "tests" / "language" / "data" / "readings.tsv.xz"
CHOSEN = """
    hulevesien kaupunkikehityshanke kehittämisessämmekään kehittämishanke kehitettävissä kehittänyt nuortenkeskus
    vanhassakaupungissa uudessakaupungissa linja-autoasema kuormaauto esi-isä 25-vuotisjuhla kahdenkymmenenviiden
    kolmannessa satakuntaliitto puhumalla luettavissaan etteivät eiköhän pohjois-suomessa sote-uudistus tekemättömyys
    isovanhemmat energiatehokkuus maahanmuuttajille rautatieasemalla vesi- -kampanja 2020-luku 12-vuotias xiv xx eu
    eu:n EU EU:n wc:ssä a4 pH-arvo ph-arvo pH Pori porissa Porissa virtasen matinkin ym. esim. klo mm 3. 10 % 2,5 1:een
    e-kirja c-vitamiini ilmastokestava ikaantynyt hulevsien jääkiekkokin lentokonesuihkuturbiinimoottori
    epäjärjestelmällistyttämättömyydellänsäkäänköhän juoksentelisinkohan vaa'an raa'an à château šakki €uro §
    @ @0@ [Ln] [Bc] @P.INEN_SALLITTU.ON@ 🙂 aaaa ääää a ä - -- ' . : yöööö ö-ö hyvinvointialueen-hanke
"""
WALKS, SLIPS = 6500, 900
LETTERS = "abdefghijklmnoprstuvyäö-:"


class Walker:
    """Makes up words that the transducer accepts, by going through it at random."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._transducer = found = Transducer.load(DICTIONARY, None)
        pairs = [(found.symbols[label >> 16], found.symbols[label & 0xFFFF]) for label in found.labels]
        self._read = [read if reads_letter(read) else "" for read, _ in pairs]
        self._effects = effects(pairs)

    def word(self) -> str:
        """A word of 2 to 40 letters."""
        while True:
            word = self._walk()
            if 2 <= len(word) <= 40:
                return word

    def _walk(self) -> str:
        """The letters that were read on the way to a final state, or nothing where the way ended before."""
        first, target, label = self._transducer.first, self._transducer.target, self._transducer.label
        state, flags, word = 0, 0, ""
        while state not in self._transducer.final:
            if first[state] == first[state + 1]:
                return ""
            at = self._chance.randrange(first[state], first[state + 1])
            effect = self._effects[label[at]]
            flags = effect[flags] if effect is not None else flags
            if flags == FAILED:
                return ""
            word += self._read[label[at]]
            state = target[at]
        return word


def words() -> list[str]:
    """The same words each time: of the example, made up by the transducer, with slips, and odd ones."""
    chance = random.Random(6)
    walker = Walker(chance)
    of_example = re.findall(r"[\w:’'-]+", EXAMPLE_PAGE.read_text(encoding="utf-8"))
    walked = [walker.word() for _ in range(WALKS)]
    slipped = [_slip(word, chance) for word in walked[:SLIPS]]
    capitals = [word.capitalize() for word in walked[:100]] + [word.upper() for word in walked[100:200]]
    return sorted({*CHOSEN.split(), *of_example, *(word.lower() for word in of_example), *walked, *slipped, *capitals})


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + chance.choice(LETTERS) + word[at + chance.randrange(2) :]


def main() -> None:
    """Asks the reference and writes a line a word: the word and its readings, sorted, with tabs between."""
    from pyvoikko import VOIKKO_FST

    lines = ["\t".join([word, *sorted(reading for reading, _ in VOIKKO_FST.lookup(word))]) for word in words()]
    REFERENCE.write_bytes(lzma.compress("\n".join(lines).encode(), preset=9))


if __name__ == "__main__":
    main()
