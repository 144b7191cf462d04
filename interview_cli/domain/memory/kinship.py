"""Which items teach the same concept, and what those that were met lend to those that were not; the domain only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from interview_cli.domain.items.question import AnyItem, Bank, ItemId
from interview_cli.domain.memory.ensemble import Ensemble
from interview_cli.domain.memory.kin import FirstLook, carried_share
from interview_cli.domain.memory.states import HasCourse


class Kinship:
    """The items of each concept, and the share of what is remembered of one that carries over to another."""

    def __init__(self, items: Iterable[AnyItem], courses: Mapping[ItemId, HasCourse]) -> None:
        self._items = tuple(items)
        self._by_concept: dict[str, list[ItemId]] = defaultdict(list)
        for item in self._items:
            self._by_concept[item.concepts[0]].append(item.id)
        self.share = carried_share(self._first_looks(courses))

    @classmethod
    def of(cls, bank: Bank, courses: Mapping[ItemId, HasCourse]) -> Kinship:
        """The kinship in a bank, as this learner's courses tell it."""
        return cls(bank.items.values(), courses)

    def kin(self, item: AnyItem) -> Sequence[ItemId]:
        """All items of the item's first concept, itself among them."""
        return self._by_concept.get(item.concepts[0], ())

    def lent(self, item: AnyItem, recall_of: Callable[[ItemId], float]) -> float:
        """The recall of an item that was never looked at; `recall_of` has 0 for what was not."""
        if not self.share:
            return 0.0
        return self.share * max(map(recall_of, self.kin(item)), default=0.0)

    def recalls(self, item: AnyItem, ensemble: Ensemble, on: date) -> Sequence[float]:
        """What is expected on a study day by each opinion, whether the item was looked at or not."""
        own = ensemble.expected(item.id, on)
        if item.id in ensemble.beliefs or not self.share:
            return own
        columns = zip(*(ensemble.expected(other, on) for other in self.kin(item)), strict=True)
        return [self.share * max(column) for column in columns]

    def _first_looks(self, courses: Mapping[ItemId, HasCourse]) -> Iterator[FirstLook]:
        for item in self._items:
            course = courses.get(item.id)
            if course is not None:
                is_helped = any(courses[other].first < course.first for other in self.kin(item) if other in courses)
                yield FirstLook(_group(item), is_helped, course.knew)


def _group(item: AnyItem) -> int:
    """Items of one level are alike; code is answered by a file, which knowing the words for it helps little."""
    return -item.level if item.kind == "code" else item.level
