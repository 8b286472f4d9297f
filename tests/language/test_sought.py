"""How a word is found among others: as a word, by its beginning, as a piece, or by one that is near."""

import pytest

from hankeapp.language.folding import fold
from hankeapp.language.lemmas import Lemmas
from hankeapp.language.morphology import Morphology
from hankeapp.language.sought import or_near, sought

TEXT = (
    "hulevesien hallinta koulussa ja koululaiset toimintaympäristöä väärä sääri talouden talot pientaloalueet healint "
    "liikuntaa autonomia ilmastokestävä itämeren liveability poriin"
)


class Words:
    """The vocabulary of a text, asked without any index."""

    def __init__(self, text, lemmas):
        self.forms = {form: lemmas.of(form) for form in text.split()}
        self.lemmas = {lemma for its in self.forms.values() for lemma in its}

    def lemmas_among(self, lemmas):
        return frozenset(self.lemmas.intersection(lemmas))

    def has_prefix(self, folded):
        return any(fold(each).startswith(folded) for each in self.forms)

    def has_inner_prefix(self, folded):
        return any(fold(each).startswith(folded) for each in self.lemmas)

    def has_infix(self, folded):
        return any(folded in fold(each) for each in self.forms)

    def nearest(self, folded, least):
        from rapidfuzz.distance import OSA

        words = {*self.forms, *self.lemmas}
        best = max(words, key=lambda each: OSA.normalized_similarity(fold(each), folded))
        return best if OSA.normalized_similarity(fold(best), folded) >= least else ""


@pytest.fixture(scope="module")
def lemmas(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sanasto")
    return Lemmas(lambda: Morphology.load(folder))


@pytest.fixture(scope="module")
def words(lemmas):
    return Words(TEXT, lemmas)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hulevesi", "hulevesien"), ("vesi", "hulevesien"), ("vettä", "hulevesien"), ("hulev", "hulevesien"),
        ("talo", "pientaloalueet talot"), ("talou", "talouden"), ("talojen", "pientaloalueet talot"),
        ("koulu", "koululaiset koulussa"), ("ympärist", "toimintaympäristöä"), ("healintin", "healint"),
        ("ilmastokestava", "ilmastokestävä"), ("saari", "sääri"), ("vaara", "väärä"), ("liikun", "liikuntaa"),
        ("itameri", "itämeren"), ("meri", "itämeren"), ("ori", ""), ("auto", "autonomia"), ("lasi", ""),
        ("jääkiekko", ""), ("vesien", "hulevesien"), ("veabil", "liveability"), ("hulevsien", "hulevesien"), ("xy", ""),
    ],
)  # fmt: skip
def test_found(words, lemmas, typed, found):
    how = or_near(sought(typed, words, lemmas), words, lemmas)
    forms = {form for form, its in words.forms.items() if how.matches(fold(form), its)}
    assert forms == set(found.split())
    assert how.is_found == bool(found)


@pytest.mark.parametrize(("typed", "near"), [("hulevsien", "hulevesien"), ("livability", "liveability"), ("koulu", "")])
def test_near(words, lemmas, typed, near):
    plain = sought(typed, words, lemmas)
    assert plain.is_found is not bool(near)
    assert or_near(plain, words, lemmas).near == near
