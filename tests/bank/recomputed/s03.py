"""Section 3."""

from __future__ import annotations

import math

from tests.bank.recomputing import (
    recomputes,
)


@recomputes("q03-bits-per-byte")
def bits_of_a_byte(l: float, b: float) -> float:
    probability_of_token = math.exp(-l)
    return -math.log2(probability_of_token ** (1 / b))


@recomputes("q03-nucleus-probability")
def first_of_the_nucleus(a: float, b: float) -> float:
    rest = 1 - a - b
    kept: list[float] = []
    for probability in [a, b, *[rest / 50] * 50]:
        if sum(kept) >= 0.6:
            break
        kept.append(probability)
    return kept[0] / sum(kept)
