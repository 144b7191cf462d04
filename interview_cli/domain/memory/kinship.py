"""Which items teach the same concept, and what those that were met lend to those that were not; the domain only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from datetime import date

from interview_cli.domain.items.question import AnyItem, Bank, ItemId
from interview_cli.domain.memory.ensemble import Ensemble
from interview_cli.domain.memory.kin import FirstLook, carried_share
from interview_cli.domain.memory.states import HasCourse


class Kinship:
    """The items of each concept, and the share of what is remembered of one that carries over to another."""

    def __init__(self, items: Iterable[AnyItem], courses: Mapping[ItemId, HasCourse]) -> None:
        self._kin = [(item.id, item.concepts[0], _group(item)) for item in items]
        self._by_concept: dict[str, list[ItemId]] = defaultdict(list)
        for item, concept, _ in self._kin:
            self._by_concept[concept].append(item)
        self.share = carried_share(self._first_looks(courses))

    @classmethod
    def of(cls, bank: Bank, courses: Mapping[ItemId, HasCourse]) -> Kinship:
        """The kinship in a bank, as this learner's courses tell it."""
        return cls(bank.items.values(), courses)

    def under(self, courses: Mapping[ItemId, HasCourse]) -> Kinship:
        """The kinship of the same items as other courses tell it."""
        then = copy(self)
        then.share = carried_share(self._first_looks(courses))
        return then

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
        earliest: dict[str, date] = {}
        for concept, kin in self._by_concept.items():
            met = [courses[item].first for item in kin if item in courses]
            if met:
                earliest[concept] = min(met)
        for item, concept, group in self._kin:
            course = courses.get(item)
            if course is not None:
                yield FirstLook(group, earliest[concept] < course.first, course.knew)


def _group(item: AnyItem) -> int:
    """Items of one level are alike; code is answered by a file, which knowing the words for it helps little."""
    return -item.level if item.kind == "code" else item.level
