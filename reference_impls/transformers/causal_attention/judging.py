"""How answers to `causal-attention` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Law, Problem, World, expect, expect_close
from reference_impls.transformers.causal_attention.reference import causal_attention


def inputs(draw: Draw, *, B: int, H: int, T: int, S: int, d: int, dv: int) -> tuple[Tensor, Tensor, Tensor]:
    """Gaussian queries, keys and values."""
    return draw.normal(B, H, T, d), draw.normal(B, H, S, d), draw.normal(B, H, S, dv)


def far_apart(draw: Draw, T: int, S: int) -> tuple[Tensor, Tensor, Tensor]:
    """Scores up to 1600, both signs, the two best of a row at least 200 apart: one key wins in any arithmetic.

    All products are small integers, so that float32 has every score exactly.
    """
    direction = 2.0 * draw.booleans(4).double() - 1
    a = torch.tensor([[10.0, -15.0, 20.0, -10.0][i % 4] for i in range(T)], dtype=torch.float64)
    b = 10 * (torch.tensor([draw.permutation(S) for _ in range(2)], dtype=torch.float64) - S // 2)  # (H,S)
    q = (a[:, None] * direction).expand(1, 2, T, 4)
    k = (b[..., None] * direction)[None]  # score = 2 a b
    return draw.floating(q), draw.floating(k), draw.normal(1, 2, S, 3)


def far_below(draw: Draw, T: int, S: int) -> tuple[Tensor, Tensor, Tensor]:
    """Visible scores of -1e4 and, a thousand apart, below; 6000 and more in the future: a fill has to be far below all of them,
    and what is added to them far more than between them. One visible key wins in any arithmetic.
    """
    direction = 2.0 * draw.booleans(4).double() - 1
    future = torch.arange(S) > S - T
    b = torch.where(future, torch.arange(S) * 3.0 + 30.0, -50.0 - 5.0 * torch.arange(S)).expand(2, S)  # (H,S)
    q = (100 * direction).expand(1, 2, T, 4)
    k = (b[..., None] * direction)[None]  # the score is 200 b
    return draw.floating(q), draw.floating(k), draw.normal(1, 2, S, 3)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two tokens, one head", inputs(draw, B=1, H=1, T=2, S=2, d=3, dv=2))
    yield Case("one token", inputs(draw, B=2, H=1, T=1, S=1, d=4, dv=3))
    yield Case("batch and heads, d != dv", inputs(draw, B=2, H=3, T=5, S=5, d=8, dv=6))
    yield Case("three queries after four cached keys", inputs(draw, B=2, H=3, T=3, S=7, d=4, dv=5))
    yield Case("one cached key", inputs(draw, B=3, H=2, T=5, S=6, d=6, dv=4))
    yield Case("decoding step, one query and six keys", inputs(draw, B=2, H=4, T=1, S=6, d=5, dv=3))
    yield Case("as many heads as tokens and channels", inputs(draw, B=4, H=4, T=4, S=4, d=4, dv=4))
    yield Case("seventy keys", inputs(draw, B=1, H=2, T=3, S=70, d=4, dv=2))
    long = inputs(draw, B=1, H=1, T=70, S=70, d=2, dv=2)
    yield Case("seventy queries", long, dtypes=(torch.float32,))
    q, k, v = inputs(draw, B=1, H=2, T=4, S=5, d=3, dv=2)
    q[:, :, 1] = 0  # its scores are 0, as what is multiplied by a mask would be
    yield Case("a query of zeros", (q, k, v), constant=("q",))
    yield Case("large scores", far_apart(draw, 6, 6), constant=("q", "k"))
    yield Case("large scores with cached keys", far_apart(draw, 4, 9), constant=("q", "k"))
    yield Case("scores of -1e4 before larger ones", far_below(draw, 4, 6), constant=("q", "k"))


def later_keys_do_not_matter(world: World, draw: Draw) -> None:
    q, k, v = inputs(draw, B=2, H=2, T=4, S=6, d=4, dv=3)
    other_k, other_v = k.clone(), v.clone()
    other_k[..., 4:, :], other_v[..., 4:, :] = draw.normal(2, 2, 2, 4), draw.normal(2, 2, 2, 3)
    before, after = world.call("causal_attention", q, k, v), world.call("causal_attention", q, other_k, other_v)
    expect(getattr(after, "shape", None) == (2, 2, 4, 3), "the result is one array of shape (B,H,T,dv)", "shape")
    early = torch.as_tensor(before)[..., :2, :]
    expect_close(after[..., :2, :], early, "keys 4 and 5 of 6 change the outputs of queries 0 and 1 of 4", "leak")


PROBLEM = Problem(
    id="causal-attention",
    entries=(causal_attention,),
    cases=cases,
    laws=(Law("later keys do not matter", later_keys_do_not_matter),),
)
