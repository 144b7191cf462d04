"""How answers to `attention` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Broken, Case, Draw, Law, Problem, World, expect_close
from reference_impls.transformers.attention.reference import attention


def visible(draw: Draw, *shape: int) -> Tensor:
    """A random mask in which every row keeps at least one key."""
    mask = draw.booleans(*shape, p=0.6)
    mask[..., 0] = True
    return mask


def far_apart(draw: Draw, T: int, S: int) -> tuple[Tensor, Tensor, Tensor]:
    """Scores up to 1e4 of both signs, the two best of a row thousands apart: one key wins in any arithmetic.

    All products are integers that float32 has exactly.
    """
    direction = 2.0 * draw.booleans(4).double() - 1
    a = torch.tensor([[50.0, -70.0, 90.0, -60.0][i % 4] for i in range(T)], dtype=torch.float64)
    b = 25 * (torch.tensor([draw.permutation(S) for _ in range(2)], dtype=torch.float64) - S // 2)  # (H,S)
    q = (a[:, None] * direction).expand(1, 2, T, 4)
    k = (b[..., None] * direction)[None]  # the score is 2 a b
    return draw.floating(q), draw.floating(k), draw.normal(1, 2, S, 3)


def far_below(draw: Draw, T: int, S: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Visible scores of exactly -1e4 beside masked keys above 0: a fill has to be far below all of them, added to them, too."""
    direction = 2.0 * draw.booleans(4).double() - 1
    q = (100 * direction).expand(1, 2, T, 4)
    mask = torch.arange(S) % 2 == draw.integer(0, 1)
    b = torch.where(mask, -50.0, draw.integers(1, 40, 2, S).double())  # (H,S)
    k = (b[..., None] * direction)[None]  # the score is 200 b
    return draw.floating(q), draw.floating(k), draw.normal(1, 2, S, 3), mask


def cases(draw: Draw) -> Iterator[Case]:
    yield Case(
        "one head, two queries, three keys", (draw.normal(1, 1, 2, 4), draw.normal(1, 1, 3, 4), draw.normal(1, 1, 3, 5))
    )
    q, k, v = draw.normal(2, 3, 5, 8), draw.normal(2, 3, 7, 8), draw.normal(2, 3, 7, 6)
    yield Case("batch and heads, T != S, d != dv", (q, k, v))
    yield Case("boolean mask for each batch and head", (q, k, v, visible(draw, 2, 3, 5, 7)))
    yield Case("mask of ones and zeros, broadcast over heads", (q, k, v), {"mask": visible(draw, 2, 1, 5, 7).long()})
    yield Case("key padding mask", (q, k, v), {"mask": visible(draw, 2, 1, 1, 7)})
    square = draw.normal(2, 2, 6, 4)
    causal = torch.ones(6, 6).tril() == 1
    yield Case("causal mask", (square, draw.normal(2, 2, 6, 4), draw.normal(2, 2, 6, 4), causal))
    yield Case("float mask", (q, k, v), {"mask": visible(draw, 5, 7).float()}, constant=("mask",))
    none = draw.floating(torch.zeros(2, 3, 1, 8))  # its scores are 0, as what is multiplied by a mask would be
    zero_first = torch.cat([none, q[:, :, 1:]], dim=2)
    yield Case("mask for each head, a query of zeros", (zero_first, k, v, visible(draw, 3, 5, 7)), constant=("q",))
    yield Case("scores near 1e4", far_apart(draw, 4, 5), constant=("q", "k"))
    yield Case("scores of -1e4 beside masked keys", far_below(draw, 4, 6), constant=("q", "k"))
    half = (draw.normal(1, 2, 4, 8), draw.normal(1, 2, 6, 8), draw.normal(1, 2, 6, 5), visible(draw, 1, 1, 4, 6))
    yield Case("half precision with a mask", half, dtypes=(torch.float16,))


def rows_are_distributions(world: World, draw: Draw) -> None:
    q, k, v = draw.normal(2, 2, 3, 4), draw.normal(2, 2, 5, 4), draw.normal(2, 2, 5, 6)
    result = world.call("attention", q, k, v)
    if not isinstance(result, tuple | list) or len(result) != 2:
        raise Broken("return two values, (out, attn)", "two-values")
    expect_close(torch.as_tensor(result[1]).sum(-1), torch.ones(2, 2, 3), "each row of attn sums to 1", "rows-sum")


PROBLEM = Problem(
    id="attention",
    entries=(attention,),
    cases=cases,
    laws=(Law("each query has one distribution over the keys", rows_are_distributions),),
)
