"""How answers to `attention-merge` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem
from reference_impls.transformers.attention_merge.reference import merge_attention


def inputs(draw: Draw, P: int, *lead: int, dv: int, scale: float = 1.5, shift: float = 0.0) -> tuple[Tensor, Tensor]:
    """Partial outputs, and log-sum-exps around `shift`."""
    return draw.normal(P, *lead, dv), draw.normal(P, *lead, mean=shift, scale=scale)


def with_empty_sets(draw: Draw, P: int, *lead: int, dv: int) -> tuple[Tensor, Tensor]:
    """Some queries see no key of some sets, but of one set at least."""
    outs, lses = inputs(draw, P, *lead, dv=dv)
    empty = draw.booleans(P, *lead, p=0.5)
    seen = torch.randint(0, P, lead, generator=torch.Generator().manual_seed(draw.integer(0, 9999)))
    empty[0].view(-1)[0] = True
    empty = empty & (torch.arange(P).view(-1, *[1] * len(lead)) != seen)
    return outs.masked_fill(empty[..., None], 0.0), lses.masked_fill(empty, float("-inf"))


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two sets, one query", inputs(draw, 2, 1, dv=2))
    yield Case("batch and heads", inputs(draw, 3, 2, 4, 5, dv=6))
    yield Case("one set", inputs(draw, 1, 2, 3, dv=4))
    yield Case("many sets", inputs(draw, 9, 2, 3, dv=2))
    yield Case("as many sets as queries and channels", inputs(draw, 4, 4, 4, dv=4))
    yield Case("log-sum-exps near 90", inputs(draw, 3, 2, 4, dv=3, shift=95.0))
    yield Case("log-sum-exps near -90", inputs(draw, 3, 2, 4, dv=3, shift=-95.0))
    yield Case("far apart", inputs(draw, 4, 2, 3, dv=2, scale=30.0))
    yield Case("sets without visible keys", with_empty_sets(draw, 3, 2, 4, dv=3), grad=False)
    yield Case("many sets without visible keys", with_empty_sets(draw, 6, 2, 3, 5, dv=2), grad=False)
    first = inputs(draw, 2, 3, dv=2)
    first[1][0], first[0][0] = float("-inf"), 0.0
    yield Case("the first set is empty", first, grad=False)
    outs, lses = inputs(draw, 3, 2, 3, dv=5)
    yield Case("by name", (), {"lses": lses, "outs": outs})


PROBLEM = Problem(id="attention-merge", entries=(merge_attention,), cases=cases)
