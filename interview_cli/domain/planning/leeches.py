"""Leeches: items that are forgotten again and again, and the other form in which their concept is asked then.

Asking once more what failed many times teaches little: the card is at fault, or something under it is missing. So the
concept is asked in turn by another item, of another kind or one that was never used. The domain only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from interview_cli.domain.items.question import AnyItem, ItemId
from interview_cli.domain.memory.states import HasCourse

LEECH_LAPSES = 4


def is_leech(course: HasCourse | None) -> bool:
    """Whether an item was forgotten so often; a new one was not."""
    return course is not None and course.lapses >= LEECH_LAPSES


def leeches(courses: Mapping[ItemId, HasCourse]) -> frozenset[ItemId]:
    """The items that are leeches."""
    return frozenset(item for item, course in courses.items() if is_leech(course))


def other_form(leech: AnyItem, items: Iterable[AnyItem], courses: Mapping[ItemId, HasCourse]) -> AnyItem | None:
    """The item to ask in a leech's place: of its first concept, and of another kind or never used.

    The least used of another kind comes first. None where there is none, or it is the leech's turn again because one
    was asked since. Code takes the place of code only, and a leech that of none.
    """
    forms = [
        item
        for item in items
        if item.id != leech.id
        and item.concepts[0] == leech.concepts[0]
        and (item.kind != leech.kind or item.id not in courses)
        and (item.kind != "code" or leech.kind == "code")
        and not is_leech(courses.get(item.id))
    ]
    if any(_last(courses, item) > _last(courses, leech) for item in forms):
        return None
    return min(
        forms,
        key=lambda item: (item.kind == leech.kind, item.id in courses, _last(courses, item), item.level),
        default=None,
    )


def advice(
    leech: AnyItem,
    items: Iterable[AnyItem],
    courses: Mapping[ItemId, HasCourse],
    asleep: Collection[ItemId] = frozenset(),
) -> str:
    """What to do about a leech, in one sentence; `asleep` are items that are suspended or put off."""
    times = f"forgotten {courses[leech.id].lapses} times"
    if leech.id in asleep:
        return f"{times}; suspended or put off. To be asked again: interview plan --wake {leech.id}"
    others = [
        item
        for item in items
        if item.id != leech.id and item.concepts[0] == leech.concepts[0] and item.id not in asleep
    ]
    other = other_form(leech, others, courses)
    if other is not None:
        return f"{times}: next you get {other.id} ({other.kind}) instead"
    if any(item.kind != leech.kind for item in others):
        return f"{times}: other items on this concept are asked in turn"
    return f"{times}, and no other item asks this. Write down what you confuse it with, or suspend it"


def _last(courses: Mapping[ItemId, HasCourse], item: AnyItem) -> date:
    course = courses.get(item.id)
    return date.min if course is None else course.last
