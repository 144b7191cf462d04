"""How much of what was never practised is known all the same, as the user's own first looks tell it; the domain only.

Each share is drawn towards a wider one, as if some looks more had turned out as that says: the share of a level in a section to
that of the level, and this to that of all, which begins at `USUAL`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from interview_cli.domain.items.question import FILED, AnyItem, Bank, ItemId
from interview_cli.domain.memory.ensemble import Belief
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.memory.prospect import FIRST_RATINGS

USUAL = sum(share for rating, share in FIRST_RATINGS if rating is not Rating.AGAIN)

PULL = 12
"""So many looks outweigh the wider share."""

ENOUGH = 20
"""From so many first looks on it is said what would be answered of the rest."""

_Kind = tuple[bool, int, int]
"""Code or not, the level, the section; 0 for all levels or sections."""


@dataclass(frozen=True, slots=True)
class FirstLooks:
    """Of the first looks by kind, how many there were and how many found the answer known."""

    bank: Bank
    looks: Mapping[_Kind, int]
    known: Mapping[_Kind, int]
    _shares: dict[_Kind, float] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, bank: Bank, beliefs: Mapping[ItemId, Belief]) -> FirstLooks:
        """Those of the log; 'I know this' is a claim and no look."""
        looks, known = Counter[_Kind](), Counter[_Kind]()
        for name, belief in beliefs.items():
            item = bank.items.get(name)
            if item is not None and not belief.trail.claimed:
                kinds = _kinds(item, bank)
                looks.update(kinds)
                known.update(kinds if belief.knew else ())
        return cls(bank, looks, known)

    @property
    def count(self) -> int:
        """How many first looks there were."""
        return sum(number for (_, level, section), number in self.looks.items() if not level and not section)

    def share(self, item: AnyItem) -> float:
        """The share known at first sight of what is like the item."""
        kinds = _kinds(item, self.bank)
        found = self._shares.get(kinds[-1])
        if found is None:
            found = USUAL
            for kind in kinds:
                found = (self.known.get(kind, 0) + PULL * found) / (self.looks.get(kind, 0) + PULL)
            self._shares[kinds[-1]] = found
        return found

    def rating(self, item: AnyItem, chance: float) -> Rating:
        """How a first look turns out where chance, from 0 to 1, is as it is."""
        missing = 1 - self.share(item)
        if chance < missing:
            return Rating.AGAIN
        return _among_known((chance - missing) / (1 - missing))


def _kinds(item: AnyItem, bank: Bank) -> tuple[_Kind, _Kind, _Kind]:
    """All of its sort, those of its level, those of its level in its section."""
    is_code = item.kind in FILED
    return (is_code, 0, 0), (is_code, item.level, 0), (is_code, item.level, bank.section_of(item))


_KNOWN = [rating for rating, _ in FIRST_RATINGS if rating is not Rating.AGAIN]
_BORDERS = list(accumulate(share / USUAL for rating, share in FIRST_RATINGS if rating is not Rating.AGAIN))


def _among_known(chance: float) -> Rating:
    return _KNOWN[min(bisect_right(_BORDERS, chance), len(_KNOWN) - 1)]
