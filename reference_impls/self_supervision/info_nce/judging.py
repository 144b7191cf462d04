"""How answers to `info-nce` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem
from reference_impls.self_supervision.info_nce.reference import info_nce


def unit(draw: Draw, *shape: int) -> Tensor:
    """Random vectors of length one."""
    vectors = draw.normal(*shape).double()
    return draw.floating(vectors / vectors.norm(dim=-1, keepdim=True))


def with_cosines(draw: Draw, cosines: Tensor, d: int) -> tuple[Tensor, Tensor, Tensor]:
    """Unit queries and keys: cosines (B,1+K), the positive's first."""
    B, n = cosines.shape
    q = unit(draw, B, 1, d).double()
    across = draw.normal(B, n, d).double()
    across = across - (across * q).sum(-1, keepdim=True) * q
    across = across / across.norm(dim=-1, keepdim=True)
    keys = cosines[..., None] * q + (1 - cosines[..., None] ** 2).sqrt() * across
    return draw.floating(q[:, 0]), draw.floating(keys[:, 0]), draw.floating(keys[:, 1:])


def cases(draw: Draw) -> Iterator[Case]:
    """Where tau is small the cosines are far apart: near ties would turn the rounding of a logit into another softmax."""
    yield Case("one query, two negatives", (unit(draw, 1, 3), unit(draw, 1, 3), unit(draw, 1, 2, 3)), {"tau": 0.5})
    q, k_pos, k_neg = unit(draw, 4, 6), unit(draw, 4, 6), unit(draw, 4, 5, 6)
    yield Case("tau left out", (q, k_pos, k_neg))
    yield Case("tau = 0.2", (q, k_pos, k_neg, 0.2))
    yield Case("tau above 1", (q, k_pos, k_neg), {"tau": 3.0})
    close = torch.tensor([[0.9, 0.8, 0.7, 0.2], [0.6, 0.7, 0.5, -0.4]], dtype=torch.float64)
    yield Case("hard negatives", (*with_cosines(draw, close, 7), 0.1))
    yield Case("one negative", (unit(draw, 3, 5), unit(draw, 3, 5), unit(draw, 3, 1, 5)), {"tau": 0.3})
    yield Case("as many negatives as queries", (unit(draw, 3, 4), unit(draw, 3, 4), unit(draw, 3, 3, 4)), {"tau": 0.4})
    yield Case(
        "vectors of other lengths",
        (draw.normal(3, 4, scale=0.7), draw.normal(3, 4, scale=1.5), draw.normal(3, 6, 4, scale=0.4)),
        {"tau": 0.8},
    )
    mixed = torch.tensor([[0.95, 0.5, 0.1, -0.6, 0.3], [0.05, 0.5, 0.8, -0.9, 0.2]], dtype=torch.float64)
    yield Case("tau = 0.001, the positive nearest once", (*with_cosines(draw, mixed, 8), 1e-3))
    hard = torch.tensor([[0.05, 0.5, 0.95, -0.6, 0.3], [-0.3, 0.9, 0.4, 0.0, 0.6]], dtype=torch.float64)
    yield Case("tau = 0.001, a negative nearest", (*with_cosines(draw, hard, 8), 1e-3))
    far = torch.tensor([[-0.95, -0.85, -0.9], [-0.8, -0.98, -0.87]], dtype=torch.float64)
    yield Case("tau = 0.001, all of them far", (*with_cosines(draw, far, 6), 1e-3))


PROBLEM = Problem(
    id="info-nce",
    entries=(info_nce,),
    cases=cases,
)
