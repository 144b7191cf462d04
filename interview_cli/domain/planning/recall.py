"""The share of items that is known on a day, with its bounds: what planner and outlook share; the domain only."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import mul
from statistics import fmean

from interview_cli.domain.history.replay import Replay
from interview_cli.domain.items.question import AnyItem, Bank, Bug, Code, ConceptId, Debug, ItemId
from interview_cli.domain.memory.ensemble import Belief, Ensemble

_Z90 = 1.645
_NEED_REFERENCES = frozenset({"code", "bug", "debug"})


@dataclass(frozen=True, slots=True)
class Forecast:
    """The share of items that will be recalled, in 0..1, with the bounds that hold in 90 of 100 cases."""

    mean: float
    low: float
    high: float


def recalled_share(bank: Bank, asked: Iterable[AnyItem], learner: Replay, on: date) -> Forecast:
    """The share of these items that will be recalled on a study day if nothing more is practised; none: nothing."""
    from interview_cli.domain.memory.kinship import Kinship  # a drill starts without it

    ensemble = learner.ensemble
    kinship, items = Kinship.of(bank, ensemble.beliefs), list(asked)

    def recalls(opinions: Ensemble) -> list[Sequence[float]]:
        return [kinship.recalls(item, opinions, on) for item in items]

    less, more = (zip(*recalls(ensemble.doubted(spreads)), strict=True) for spreads in (-1, 1))
    doubts = [(fmean(high) - fmean(low)) / 2 for low, high in zip(less, more, strict=True)]
    return share_known([(1.0, told) for told in recalls(ensemble)], ensemble.expected_weights, doubts)


def share_known(
    items: Sequence[tuple[float, Sequence[float]]],
    weights: Sequence[float],
    doubts: Sequence[float] = (),
    stretch: float = 1.0,
) -> Forecast:
    """The weighted share of items that will be recalled, from each one's weight and its recall by every view.

    With p_i the mean recall of item i over the views, w_i its share of the weight, and m_v the share that view v
    expects: sum w_i p_i ± 1.645 sqrt(sum w_i² p_i (1 - p_i) + variance of m_v over the views), within 0 and 1. So the
    bounds hold what chance does to each item, and what is still open about the learner. To this `doubts` add the standard
    deviation of each m_v, where the views given are but the middle of what each of them holds possible. What is open about
    the learner counts `stretch` times.
    """
    total = math.fsum(weight for weight, _ in items)
    if not total:
        return Forecast(0.0, 0.0, 0.0)
    shares = [weight / total for weight, _ in items]
    columns = zip(*(recalls for _, recalls in items), strict=True)
    by_view = [math.fsum(map(mul, shares, column)) for column in columns]
    mean = min(math.fsum(map(mul, weights, by_view)), 1.0)
    open_ = math.fsum(weight * (expected - mean) ** 2 for weight, expected in zip(weights, by_view, strict=True))
    open_ += math.fsum(weight * doubt**2 for weight, doubt in zip(weights, doubts, strict=bool(doubts)))
    chance = math.fsum(
        share**2 * (recall := min(math.fsum(map(mul, weights, recalls)), 1.0)) * (1 - recall)
        for share, (_, recalls) in zip(shares, items, strict=True)
    )
    margin = _Z90 * math.sqrt(chance + stretch**2 * open_)
    return Forecast(mean, max(mean - margin, 0.0), min(mean + margin, 1.0))


def has_landed(item: AnyItem, landed: Collection[str]) -> bool:
    """Whether what the item needs of the references exists."""
    if item.kind not in _NEED_REFERENCES:  # nearly all, and a plan asks of every item
        return True
    match item:
        case Code():
            return item.id in landed
        case Bug():
            return item.problem in landed
        case Debug():
            return item.problem is None or item.problem in landed
        case _:
            return True


def practised_concepts(bank: Bank, beliefs: Mapping[ItemId, Belief], today: date) -> set[ConceptId]:
    """The first concepts of the items that were practised on a study day."""
    return first_concepts(bank, (item for item, belief in beliefs.items() if belief.last == today))


def first_concepts(bank: Bank, items: Iterable[ItemId]) -> set[ConceptId]:
    """The first concept of each of these that the bank holds."""
    return {bank.items[item].concepts[0] for item in items if item in bank.items}
