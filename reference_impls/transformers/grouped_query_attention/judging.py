"""How answers to `grouped-query-attention` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Law, Problem, World, expect
from reference_impls.transformers.grouped_query_attention.reference import grouped_query_attention

ENTRY = "grouped_query_attention"


def inputs(draw: Draw, *, B: int, Hq: int, Hkv: int, T: int, S: int, d: int, dv: int) -> tuple[Tensor, Tensor, Tensor]:
    """Gaussian queries, keys and values."""
    return draw.normal(B, Hq, T, d), draw.normal(B, Hkv, S, d), draw.normal(B, Hkv, S, dv)


def far_apart(draw: Draw, T: int, S: int) -> tuple[Tensor, Tensor, Tensor]:
    """Scores up to 1200, both signs, the two best of a row at least 200 apart: one key wins in any arithmetic.

    All products are small integers, so that float32 has every score exactly.
    """
    direction = 2.0 * draw.booleans(4).double() - 1
    a = torch.tensor([[10.0, -15.0, 20.0, -10.0][i % 4] for i in range(T)], dtype=torch.float64)
    b = 10 * (torch.tensor([draw.permutation(S) for _ in range(2)], dtype=torch.float64) - S // 2)  # (Hkv,S)
    q = (a[:, None] * direction).expand(1, 4, T, 4)
    k = (b[..., None] * direction)[None]  # the score is 2 a b
    return draw.floating(q), draw.floating(k), draw.normal(1, 2, S, 3)


def at_different_levels(draw: Draw, T: int, S: int) -> tuple[Tensor, Tensor, Tensor]:
    """All scores of every other head lie 250 above those of its neighbour: a maximum that both share leaves it nothing."""
    q, k = draw.normal(1, 4, T, 4).double(), draw.normal(1, 2, S, 4).double()
    k[..., 0] = 2.0
    q[:, ::2, :, 0], q[:, 1::2, :, 0] = 250.0, 0.0  # the score is q_0 + ...
    return draw.floating(q), draw.floating(k), draw.normal(1, 2, S, 3)


def far_below(draw: Draw, T: int, S: int) -> tuple[Tensor, Tensor, Tensor]:
    """The first query sees -1e4 and, a thousand apart, lower scores, with 6000 and more in its future: a fill has to be far
    below all of them, and what is added to them far more than between them. One visible key wins in any arithmetic.
    """
    direction = 2.0 * draw.booleans(4).double() - 1
    future = torch.arange(S) > S - T
    b = torch.where(future, torch.arange(S) * 3.0 + 30.0, -50.0 - 5.0 * torch.arange(S)).expand(2, S)  # (H,S)
    q = (100 * direction).expand(1, 2, T, 4)
    k = (b[..., None] * direction)[None]  # the score is 200 b
    return draw.floating(q), draw.floating(k), draw.normal(1, 2, S, 3)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two groups of two heads", inputs(draw, B=1, Hq=4, Hkv=2, T=2, S=3, d=4, dv=2))
    yield Case("batch, two groups of three, d != dv", inputs(draw, B=3, Hq=6, Hkv=2, T=5, S=7, d=8, dv=4))
    yield Case("three groups of two, more queries than keys", inputs(draw, B=2, Hq=6, Hkv=3, T=5, S=4, d=3, dv=6))
    yield Case("one key/value head (multi-query)", inputs(draw, B=2, Hq=3, Hkv=1, T=4, S=5, d=6, dv=4))
    yield Case("as many key/value heads as heads", inputs(draw, B=2, Hq=3, Hkv=3, T=4, S=6, d=5, dv=2))
    yield Case("causal, T = S", inputs(draw, B=2, Hq=6, Hkv=3, T=5, S=5, d=4, dv=3), {"causal": True})
    yield Case(
        "causal, three queries after four cached keys", (*inputs(draw, B=2, Hq=4, Hkv=2, T=3, S=7, d=6, dv=5), True)
    )
    yield Case("causal decoding step", inputs(draw, B=3, Hq=8, Hkv=2, T=1, S=6, d=4, dv=5), {"causal": True})
    yield Case("causal, all sizes alike", inputs(draw, B=4, Hq=4, Hkv=2, T=4, S=4, d=4, dv=4), {"causal": True})
    yield Case("causal given as False", (*inputs(draw, B=2, Hq=4, Hkv=2, T=4, S=4, d=3, dv=5), False))
    q, k, v = inputs(draw, B=1, Hq=4, Hkv=2, T=4, S=5, d=3, dv=2)
    q[:, :, 1] = 0  # its scores are 0, as what is multiplied by a mask would be
    yield Case("a query of zeros", (q, k, v), {"causal": True}, constant=("q",))
    yield Case("heads of a group at different levels", at_different_levels(draw, 3, 5), constant=("q", "k"))
    yield Case("large scores, causal", far_apart(draw, 4, 6), {"causal": True}, constant=("q", "k"))
    yield Case("scores of -1e4 before larger ones", far_below(draw, 4, 6), {"causal": True}, constant=("q", "k"))


def attention_is_written_out(world: World, draw: Draw) -> None:
    for causal in (False, True):
        q, k, v = inputs(draw, B=1, Hq=4, Hkv=2, T=3, S=3, d=4, dv=4)
        ran = world.trace(ENTRY, q, k, v, causal).operators
        fused = sorted(name for name in ran if "scaled_dot_product" in name)
        expect(not fused, f"write the attention out; your code runs {', '.join(fused)}", "fused")


PROBLEM = Problem(
    id="grouped-query-attention",
    entries=(grouped_query_attention,),
    cases=cases,
    laws=(Law("the attention is written out", attention_is_written_out),),
)
