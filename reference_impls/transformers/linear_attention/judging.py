"""How answers to `linear-attention` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import TOLERANCES, Case, Draw, Law, Problem, Tolerance, World, expect
from reference_impls.transformers.linear_attention.reference import linear_attention

# An eps of 1e-6 in the denominator is allowed.
WITH_EPS = {**TOLERANCES, torch.float64: Tolerance(1e-4, 1e-5)}


def inputs(draw: Draw, *lead: int, T: int, S: int, d: int, dv: int, scale: float = 1.0) -> tuple[Tensor, ...]:
    """Queries, keys and values."""
    return draw.normal(*lead, T, d, scale=scale), draw.normal(*lead, S, d, scale=scale), draw.normal(*lead, S, dv)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two tokens", inputs(draw, 1, 1, T=2, S=2, d=2, dv=2))
    yield Case("T != S, d != dv", inputs(draw, 2, 3, T=4, S=6, d=3, dv=5))
    yield Case("one query", inputs(draw, 2, 2, T=1, S=5, d=4, dv=3))
    yield Case("one key", inputs(draw, 2, 1, T=4, S=1, d=3, dv=2))
    yield Case("no heads", inputs(draw, 2, T=3, S=4, d=3, dv=2))
    yield Case("as many heads as tokens and channels", inputs(draw, 4, 4, T=4, S=4, d=4, dv=4))
    yield Case("large queries and keys", inputs(draw, 1, 2, T=3, S=4, d=4, dv=2, scale=6.0))
    yield Case("causal, three tokens", (*inputs(draw, 1, 1, T=3, S=3, d=2, dv=2), True))
    yield Case("causal, batch and heads", inputs(draw, 2, 3, T=5, S=5, d=4, dv=3), {"causal": True})
    yield Case("causal, one token", (*inputs(draw, 2, 1, T=1, S=1, d=3, dv=2), True))
    yield Case("causal, no heads", (*inputs(draw, 2, T=4, S=4, d=3, dv=5), True))
    yield Case("causal, all sizes alike", (*inputs(draw, 3, 3, T=3, S=3, d=3, dv=3), True))


def no_table_of_scores(world: World, draw: Draw) -> None:
    """96 tokens have 9216 scores in a head; keys times values have 96 * 3 * 4 entries at the most, for all tokens."""
    for name, causal in (("", False), (", causal", True)):
        q, k, v = inputs(draw, 1, 1, T=96, S=96, d=3, dv=4)
        largest = world.trace("linear_attention", q, k, v, causal=causal).largest
        message = f"an intermediate result has {largest} elements, as many as the T x S table{name}"
        expect(largest < 96 * 96, message, f"table{name}")


PROBLEM = Problem(
    id="linear-attention",
    entries=(linear_attention,),
    cases=cases,
    tolerances=WITH_EPS,
    laws=(Law("no T x S matrix is built", no_table_of_scores),),
)
