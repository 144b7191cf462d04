"""How answers to `joint-attention` are judged."""

import math
from collections.abc import Iterator

from torch import Tensor

from reference_impls.conditioning.joint_attention.reference import joint_attention
from reference_impls.problem import Case, Draw, Problem


def inputs(draw: Draw, *, B: int, N: int, M: int, D: int, scale: float = 1.0) -> tuple[Tensor, ...]:
    """Image and text tokens, and weights that keep activations near one."""
    unit = 1.3 / math.sqrt(D)
    tokens = (draw.normal(B, N, D, scale=scale), draw.normal(B, M, D, scale=scale))
    return (*tokens, draw.normal(D, 3 * D, scale=unit), draw.normal(D, 3 * D, scale=unit))


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one head", (*inputs(draw, B=1, N=3, M=2, D=2), 1))
    yield Case("two heads", (*inputs(draw, B=2, N=5, M=3, D=6), 2))
    yield Case("three heads", (*inputs(draw, B=2, N=4, M=5, D=6), 3))
    yield Case("more text than image", (*inputs(draw, B=2, N=2, M=7, D=4), 2))
    yield Case("as many text as image tokens", (*inputs(draw, B=3, N=4, M=4, D=6), 2))
    yield Case("one image token", (*inputs(draw, B=2, N=1, M=3, D=4), 2))
    yield Case("one text token", (*inputs(draw, B=2, N=4, M=1, D=4), 2))
    yield Case("heads of one channel", (*inputs(draw, B=2, N=3, M=2, D=4), 4))
    yield Case("as many samples as tokens and channels", (*inputs(draw, B=4, N=4, M=4, D=4), 2))
    img, txt, w_img, w_txt = inputs(draw, B=1, N=3, M=4, D=6)
    yield Case("by name", (), {"n_heads": 3, "w_txt": w_txt, "w_img": w_img, "txt": txt, "img": img})
    yield Case("large scores", (*inputs(draw, B=1, N=3, M=2, D=4, scale=25.0), 2), grad=False)


PROBLEM = Problem(id="joint-attention", entries=(joint_attention,), cases=cases)
