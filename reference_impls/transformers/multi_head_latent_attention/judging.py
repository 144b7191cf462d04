"""How answers to `multi-head-latent-attention` are judged."""

import math
from collections.abc import Iterator

from torch import Tensor

from reference_impls.problem import Case, Draw, Problem
from reference_impls.transformers.multi_head_latent_attention.reference import latent_attention


def inputs(draw: Draw, *, B: int, T: int, D: int, r: int, H: int, d: int, dv: int) -> tuple[Tensor, ...]:
    """Gaussian tokens, and weights that keep activations near one."""
    down, up = 1 / math.sqrt(D), 1 / math.sqrt(r)
    return (
        draw.normal(B, T, D),
        draw.normal(D, H * d, scale=1.5 * down),
        draw.normal(D, r, scale=1.5 * down),
        draw.normal(r, H * d, scale=up),
        draw.normal(r, H * dv, scale=up),
    )


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two tokens, one head", (*inputs(draw, B=1, T=2, D=3, r=2, H=1, d=2, dv=2), 1))
    yield Case("two heads, d != dv", (*inputs(draw, B=2, T=4, D=5, r=3, H=2, d=4, dv=3), 2))
    yield Case("three heads", (*inputs(draw, B=2, T=5, D=6, r=4, H=3, d=2, dv=5), 3))
    yield Case("one token", (*inputs(draw, B=2, T=1, D=4, r=3, H=2, d=3, dv=2), 2))
    yield Case("a latent of one number", (*inputs(draw, B=2, T=3, D=4, r=1, H=2, d=3, dv=2), 2))
    yield Case("a latent wider than the tokens", (*inputs(draw, B=1, T=4, D=3, r=7, H=2, d=2, dv=3), 2))
    yield Case("heads of one channel", (*inputs(draw, B=2, T=3, D=4, r=3, H=4, d=1, dv=1), 4))
    yield Case("all sizes alike", (*inputs(draw, B=4, T=4, D=4, r=4, H=2, d=2, dv=2), 2))
    yield Case("as many heads as tokens", (*inputs(draw, B=2, T=3, D=5, r=4, H=3, d=3, dv=2), 3))
    named = dict(
        zip(("w_q", "w_dkv", "w_uk", "w_uv"), inputs(draw, B=1, T=1, D=4, r=2, H=2, d=3, dv=2)[1:], strict=True)
    )
    yield Case("by name", (draw.normal(2, 3, 4),), {**named, "n_heads": 2})
    x, *weights = inputs(draw, B=1, T=5, D=4, r=3, H=2, d=2, dv=2)
    yield Case("large scores", (draw.floating(30 * x.double()), *weights, 2), grad=False)


PROBLEM = Problem(id="multi-head-latent-attention", entries=(latent_attention,), cases=cases)
