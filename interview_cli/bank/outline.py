"""Items of which only the outline is read until more is asked; imports the domain and the bank.

Planning looks at every item of the bank and shows one: reading two thousand whole takes longer than all the rest of a
start.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any, cast

from interview_cli.domain.items.question import MODELS, AnyItem

OUTLINE = ("id", "kind", "concepts", "level", "minutes", "revision", "aliases", "form", "problem")
"""What planning asks of items; an item that lacks one of these has None in its place."""


def outline_of(item: AnyItem) -> list[object]:
    """What is kept of an item beside its text."""
    return [getattr(item, name, None) for name in OUTLINE]


def outlined(outline: Sequence[Any], texts: bytes, place: slice) -> AnyItem:
    """The item with this outline; its text, the item as JSON at a place in the texts, is read when more is asked."""
    return cast(AnyItem, _Outlined(outline, texts, place))


class _Outlined:
    """Stands for an item everywhere: `isinstance` and `match` see the item's class, and what is not here is the item's."""

    __slots__ = ("_item", "_model", "_place", "_texts", *OUTLINE)

    def __init__(self, outline: Sequence[Any], texts: bytes, place: slice) -> None:
        self.id, self.kind, concepts, self.level, self.minutes, self.revision, aliases, form, problem = outline
        self.concepts, self.aliases = tuple(concepts), tuple(aliases)
        self.form = form
        if problem is not None or self.kind == "debug":
            self.problem = problem
        self._model, self._texts, self._place = MODELS[self.kind], texts, place
        self._item: AnyItem | None = None

    __class__ = property(attrgetter("_model"))

    @property
    def _whole(self) -> AnyItem:
        if self._item is None:
            self._item = self._model.model_validate_json(self._texts[self._place])
        return self._item

    def __getattr__(self, name: str) -> Any:
        return getattr(self._whole, name)

    def __eq__(self, other: object) -> bool:
        return bool(self._whole == (other._whole if type(other) is _Outlined else other))

    def __hash__(self) -> int:
        return hash(self._whole)

    def __repr__(self) -> str:
        return repr(self._whole)
