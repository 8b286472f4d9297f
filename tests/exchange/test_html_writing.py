"""The web page as HTML: valid, in the order of the headings, and nothing that the texts could smuggle in."""

from dataclasses import replace

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hankeapp.domain.parts import Link
from hankeapp.domain.status import Status
from hankeapp.exchange.html_writing import html_fragment, write_html
from tests.reports.seed import seed, seed_with_nine_ended

ADDRESS = "https://example.org/hanke"
XHTML = "{http://www.w3.org/1999/xhtml}"


def parsed(data: bytes):
    """The tree, by a parser that takes no fault of markup."""
    return html5lib.HTMLParser(strict=True).parse(data.decode())


def elements(data: bytes) -> list[tuple[str, str]]:
    tree = parsed(data)
    return [(each.tag.removeprefix(XHTML), "".join(each.itertext()).strip()) for each in tree.iter()]


def headings(data: bytes) -> list[tuple[str, str]]:
    return [each for each in elements(data) if each[0] in {"h1", "h2", "h3"}]


def test_sections_and_projects_stand_under_headings_in_steps_of_one():
    found = headings(write_html(seed_with_nine_ended()).data)
    assert [each for each in found if each[0] != "h3"] == [
        ("h1", "Hankkeet"),
        ("h2", "Aktiiviset hankkeet"),
        ("h2", "Päättyneet hankkeet"),
    ]
    assert sum(tag == "h3" for tag, _ in found) == 30


def test_the_page_says_its_language_encoding_and_title():
    tree = parsed(write_html(seed()).data)
    assert tree.get("lang") == "fi"
    assert next(each.get("charset") for each in tree.iter(f"{XHTML}meta")) == "utf-8"
    assert [each.text for each in tree.iter(f"{XHTML}title")] == ["Hankkeet"]


def test_every_text_is_written_whole_and_one_without_is_left_out():
    projects = [*seed(), replace(seed()[0], public_text=" ")]
    writing = write_html(projects)
    paragraphs = [text for tag, text in elements(writing.data) if tag == "p"]
    assert paragraphs == [project.public_text.strip() for project in seed()]
    assert writing.left_out == (projects[-1],)


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.org/?a=1&b=<2>", ["https://example.org/?a=1&b=%3C2%3E"]),
        ("HTTPS://Example.org:8080", ["HTTPS://Example.org:8080"]),
        ("https://example.org/ä%20b%z|{}^`\\[", ["https://example.org/ä%20b%25z%7C%7B%7D%5E%60%5C%5B"]),
        ("https://[2001:db8::1]/", ["https://[2001:db8::1]/"]),
        ("mailto:a@example.org", ["mailto:a@example.org"]),
        ("mailto:a", []),
        ("javascript:alert(1)", []),
        ("data:text/html,x", []),
        ("https://example.org/ a", []),
        ("https://", []),
        ("http://[::1", []),
        ("http://[::::]/", []),
        ("https://a|b/", []),
    ],
)
def test_only_addresses_of_the_web_and_mail_are_links(address, written):
    project = replace(seed()[0], links=(Link(address=address, caption="Sivusto"),))
    tree = parsed(write_html([project]).data)
    assert [each.get("href") for each in tree.iter(f"{XHTML}a")] == written


@pytest.mark.parametrize(
    ("caption", "shown"), [("Sivusto", "Sivusto"), (" \t", ADDRESS), ("\x0b", ADDRESS), ("", ADDRESS)]
)
def test_a_link_is_never_without_words(caption, shown):
    project = replace(seed()[0], links=(Link(address=ADDRESS, caption=caption),))
    assert [text for tag, text in elements(write_html([project]).data) if tag == "a"] == [shown]


def test_headings_go_down_in_steps_of_one_and_have_words():
    found = headings(write_html([replace(seed()[0], name=" ", acronym=""), *seed_with_nine_ended()]).data)
    levels = [int(tag[1]) for tag, _ in found]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))
    assert all(text for _, text in found)


@example(name="\x0b0", text="\x0b\U0001fffe")
@given(st.text(), st.text())
def test_whatever_the_texts_hold_the_markup_is_ours(name, text):
    project = replace(seed()[0], name=f"a{name}", acronym="", public_text=f"a{text}", status=Status.PLANNED)
    found = elements(write_html([project]).data)
    assert {tag for tag, _ in found} == {"html", "head", "meta", "title", "body", "main", "h1", "h2", "h3", "p"}


def test_a_fragment_has_no_frame():
    assert html_fragment(seed()[:1]).startswith("<h2>Aktiiviset hankkeet</h2>\n<h3>ILPI")
    assert "<html" not in html_fragment(seed())
