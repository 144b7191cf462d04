"""How answers to `alibi-bias` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, Problem
from reference_impls.transformers.alibi_bias.reference import alibi_bias


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one head, two positions", (1, 2))
    yield Case("two heads, three positions", (2, 3))
    yield Case("one position", (4, 1))
    yield Case("four heads", (4, 6))
    yield Case("eight heads, as many positions", (8, 8))
    yield Case("sixteen heads, five positions", (16, 5))
    yield Case("fewer heads than positions", (2, 11))
    yield Case("32 heads", (32, 7))
    yield Case("64 heads, four positions", (64, 4))
    yield Case("one head, 40 positions", (1, 40))
    yield Case("a hundred positions", (4, 100))
    yield Case("sizes of chance", (2 ** draw.integer(1, 5), draw.integer(12, 48)))  # no longer than lists may be


PROBLEM = Problem(
    id="alibi-bias",
    entries=(alibi_bias,),
    cases=cases,
    dtypes=(torch.float32,),
    grad=False,
)
