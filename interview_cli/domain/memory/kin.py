"""What of a concept carries over from one item to another; standard library only.

Memory belongs to the concept as well as to the item. An item that was never looked at is recalled with the probability
c r, where r is the recall of the best-remembered item of its concept and c the share that carries over; so a first look
at it finds the answer with g + (1 - g) c r, g being what this learner knows of items that nothing helped. An item that
was looked at has answers of its own, which hold what its kin did for it: nothing is added to them.

The learner's own first looks tell c: those at items whose concept had been met on an earlier day, beside those at the
first of theirs. Most of the prior lies on no transfer at all, and c is taken to be 0 until the looks make transfer the
likelier: where there is none, nothing is lost.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

HELPED_RECALL = 0.75
"""The recall r at a first look, which no log keeps: about where a schedule lets memories stand in the mean."""

PRIOR_OF_TRANSFER = 0.05
"""The prior probability that anything carries over; if so, all shares are alike."""

_SHARES = tuple(step / 20 for step in range(1, 20))


class FirstLook(NamedTuple):
    """One item's first look: its group of like items, whether its concept had been met before, whether it was known."""

    group: int
    is_helped: bool
    is_known: bool


def carried_share(looks: Iterable[FirstLook]) -> float:
    """The share c in [0, 1] that carries over, by the looks: its posterior mean, 0 where none is as likely.

    With k of n helped looks of a group known, and g the share known without help (a uniform prior's mean), the
    likelihood is (g + (1 - g) c r)^k ((1 - g)(1 - c r))^(n - k) to the power n0 / (n0 + n): n0 looks without help leave
    g open, and a difference is only as certain as both its sides.
    """
    counts = Counter(looks)
    likelihoods = [0.0] * len(_SHARES)
    for group in {look.group for look in counts}:
        known, missed = counts[FirstLook(group, True, True)], counts[FirstLook(group, True, False)]
        known_alone, missed_alone = counts[FirstLook(group, False, True)], counts[FirstLook(group, False, False)]
        alone, helped = known_alone + missed_alone, known + missed
        base = (known_alone + 1) / (alone + 2)
        power = alone / max(alone + helped, 1)
        for place, share in enumerate(_SHARES):
            missing = 1 - share * HELPED_RECALL
            lift = known * math.log((1 - (1 - base) * missing) / base) + missed * math.log(missing)
            likelihoods[place] += power * lift
    odds = [PRIOR_OF_TRANSFER / len(_SHARES) * math.exp(min(likelihood, 500.0)) for likelihood in likelihoods]
    evidence = math.fsum(odds)
    if evidence <= 1 - PRIOR_OF_TRANSFER:
        return 0.0
    return math.fsum(share * odd for share, odd in zip(_SHARES, odds, strict=True)) / evidence
