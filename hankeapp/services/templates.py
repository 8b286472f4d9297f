"""The templates of an open register: everyone who opens it has them, and each change of one is an act."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from hankeapp.domain import rules
from hankeapp.domain.errors import FieldError, NotFoundError
from hankeapp.domain.fields import field_of, fields_of
from hankeapp.domain.kept_lists import pointed
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.templates import GIVEN, Contents, Template
from hankeapp.domain.values import Codes, Key
from hankeapp.language.folding import fold
from hankeapp.services.acts import short
from hankeapp.services.named_rows import by_name, called
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hankeapp.db.store import Store
    from hankeapp.domain.dates import PartialDate
    from hankeapp.domain.kept_lists import KeptList
    from hankeapp.domain.kinds import Kind
    from hankeapp.services.acts import Acting, Journal

TABLE = "template"
_WORD = re.compile(r"\w+")
_NOTHING: dict[type, object] = {Codes: Codes()}


@dataclass(frozen=True)
class Purpose:
    """For which projects a template is: those of a kind, and those of whose funding it has a funder, fund or programme.

    `values` are what it gives, `named` these funders, funds and programmes in folded words.
    """

    template: Template
    values: Mapping[str, Any]
    named: frozenset[str]

    def fits(self, kind: Kind | None, words: str) -> bool:
        """Whether that is the kind, or some of the funding is named in the words."""
        said = f" {_words(words)} "
        return any(f" {each} " in said for each in self.named) or (kind is not None and kind is self.values.get("kind"))


class Templates:
    """Every method that changes is one act. `FieldError` for a name that cannot stand."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def all(self) -> list[Template]:
        """The templates in the order of their names."""
        return by_name(self._store.shared(TABLE))

    def values(self, template: Template, end: PartialDate | None = None) -> dict[str, Any]:
        """What a template gives to a project that ends then; what it names and is gone by now is left out."""
        return _standing(template.values(end), *self._there())

    def purposes(self) -> list[Purpose]:
        """For which projects the templates are, in the order of their names."""
        called_by = {each.id: (each.name, each.short_name) for each in self._store.shared("organisation")}
        # Read once for all of them: a register may have hundreds of organisations.
        here, codes = self._there()
        return [_purpose(each, _standing(each.values(), here, codes), called_by) for each in self.all()]

    def save(self, name: str, project: Project) -> None:
        """Keep what a project has as a template; one of the same name is replaced."""
        new = Template.of(name.strip(), project)
        with self._journal.act(tr("The template “{name}” was saved.", name=short(new.name))) as acting:
            same = called(acting.writing.shared(TABLE), new.name)
            _check(new, ())
            _put_in_anew(acting, same, new)

    def contents(self, template: Template) -> Contents:
        """What a template gives, to be edited; what it names and is gone by now is left out."""
        values = self.values(template)
        return Contents(
            id=template.id,
            fundings=_numbered(values.pop("fundings")),
            deadlines=_numbered(template.deadlines),
            values={field.name: values.get(field.name, _NOTHING.get(field.type)) for field in GIVEN},
        )

    def change(self, template: Template, name: str, contents: Contents) -> None:
        """Give it another name and other contents, as one act."""
        given = {**contents.values, "fundings": contents.fundings, "deadlines": contents.deadlines}
        new = replace(template, name=name.strip()).with_values(given)
        if new == template:
            return
        text = tr("The template “{name}” was changed.", name=short(new.name))
        if new.name != template.name:
            text = tr("The template “{old}” is now called “{name}”.", old=short(template.name), name=short(new.name))
        with self._journal.act(text) as acting:
            now = _now(acting, template)
            _check(new, [each for each in acting.writing.shared(TABLE) if each.id != now.id])
            if new.content == template.content:
                acting.change_shared(template, new)
                return
            _put_in_anew(acting, now, new)

    def remove(self, template: Template) -> None:
        """Delete it, so that undoing brings it back."""
        with self._journal.act(tr("The template “{name}” was deleted.", name=short(template.name))) as acting:
            acting.put_away_shared(TABLE, _now(acting, template).id)

    def _there(self) -> tuple[set[str], set[tuple[str, str]]]:
        """The ids of units and organisations, and the codes of the other lists."""
        here = {row.id for table in ("unit", "organisation") for row in self._store.shared(table)}
        return here, {(row.list, row.code) for row in self._store.shared("listed_value")}


def point(acting: Acting, kept: KeptList, old: str, new: str) -> None:
    """Let the templates that name one entry of a list name another, as a part of an act."""
    for template in acting.writing.shared(TABLE):
        values = template.values()
        was = Project(id=ProjectId(""), number="", name=template.name, **values)
        now = pointed(was, kept, old, new)
        if any(getattr(now, name) != getattr(was, name) for name in values):
            _put_in_anew(acting, template, template.with_values({name: getattr(now, name) for name in values}))


def _put_in_anew(acting: Acting, old: Template | None, new: Template) -> None:
    """What is written in a template is no text to read old and new beside each other."""
    if old is not None:
        acting.put_away_shared(TABLE, old.id)
    acting.add_shared(TABLE, new)


def _purpose(template: Template, values: Mapping[str, Any], called_by: Mapping[str, tuple[str, str]]) -> Purpose:
    rows = values["fundings"]
    named = chain.from_iterable((*called_by.get(row.funder, ()), row.fund, row.programme) for row in rows)
    return Purpose(template, values, frozenset(filter(None, map(_words, named))))


def _words(text: str) -> str:
    """The words of a text alone, so that “LIFE-hanke” names LIFE."""
    return " ".join(_WORD.findall(fold(text)))


def _numbered(rows: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(replace(row, id=str(place)) for place, row in enumerate(rows))


def _standing(values: dict[str, Any], here: set[str], codes: set[tuple[str, str]]) -> dict[str, Any]:
    """The values without what names nothing any more."""
    rows = tuple(replace(row, **_without(row, here)) for row in values.pop("fundings"))
    for name, value in values.items():
        if isinstance(value, Key) and value not in here:
            values[name] = None
        elif isinstance(value, Codes):
            kept = field_of(Project, name).values
            values[name] = Codes(code for code in value if (kept, code) in codes)
    return values | {"fundings": rows}


def _without(row: Any, here: set[str]) -> dict[str, None]:
    """The keys of a row that name nothing any more, emptied."""
    kind: type = type(row)
    keys = ((field.name, getattr(row, field.name)) for field in fields_of(kind))
    return {name: None for name, value in keys if isinstance(value, Key) and value not in here}


def _now(acting: Acting, template: Template) -> Template:
    now: Template | None = acting.writing.shared_row(TABLE, template.id)
    if now is None:
        raise NotFoundError(
            tr("The template “{name}” is not in the register any more.", name=template.name),
            tr("Nothing was changed."),
        )
    return now


def _check(template: Template, others: Sequence[Template]) -> None:
    if not template.name:
        raise FieldError("name", tr("A template must have a name."))
    rules.check_text("name", template.name, rules.LONGEST_LINE)
    if called(others, template.name):
        raise FieldError("name", tr("There is a template of this name already."), tr("Give another name."))
