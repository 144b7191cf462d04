"""How answers to `kl-divergence` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.fundamentals.kl_divergence.reference import kl_divergence
from reference_impls.problem import Case, Draw, Problem


def distribution(draw: Draw, *shape: int, scale: float = 1.0) -> Tensor:
    """Positive entries that sum to one along the last axis."""
    return draw.floating(draw.normal(*shape, scale=scale).double().softmax(dim=-1))


def with_zeros(draw: Draw, *shape: int) -> Tensor:
    """The same with about a third of the entries 0, never all of a row."""
    kept = draw.booleans(*shape, p=0.65)
    kept[..., draw.integer(0, shape[-1] - 1)] = True
    weights = draw.normal(*shape).double().exp() * kept
    return draw.floating(weights / weights.sum(dim=-1, keepdim=True))


def peaked(draw: Draw, N: int, C: int, small: tuple[float, ...]) -> tuple[Tensor, Tensor]:
    """q with these small entries in each row, in another order for each, and p with at least a tenth on each of them."""
    places = torch.tensor([draw.permutation(C) for _ in range(N)])
    q = draw.normal(N, C).double().softmax(dim=-1)
    q = q.scatter(1, places[:, : len(small)], 0.0)
    q = q / q.sum(dim=-1, keepdim=True)
    q = q.scatter(1, places[:, : len(small)], torch.tensor(small, dtype=torch.float64).expand(N, -1))
    p = draw.normal(N, C, scale=0.3).double().softmax(dim=-1) * 0.5
    p = p.scatter_add(1, places[:, : len(small)], torch.full((N, len(small)), 0.5 / len(small), dtype=torch.float64))
    return draw.floating(p), draw.floating(q)


def between_0_and_a_bound(draw: Draw) -> tuple[Tensor, Tensor]:
    """Entries of p and of q on both sides of 0.1, and 0; each row's divergence from the bounded q is clearly positive."""
    p = [[0.6, 0.15, 0.05, 0.2], [0.04, 0.9, 0.06, 0.0], [0.03, 0.02, 0.15, 0.8]]
    q = [[0.02, 0.95, 0.03, 0.0], [0.7, 0.02, 0.08, 0.2], [0.5, 0.36, 0.06, 0.08]]
    order = draw.permutation(4)
    return draw.floating(torch.tensor(p, dtype=torch.float64)[:, order]), draw.floating(
        torch.tensor(q, dtype=torch.float64)[:, order]
    )


def one_row_alike(draw: Draw) -> tuple[Tensor, Tensor]:
    """Three rows, in the second of which p and q are the same."""
    p, q = distribution(draw, 3, 6).double(), distribution(draw, 3, 6).double()
    q[1] = p[1]
    return draw.floating(p), draw.floating(q)


def cases(draw: Draw) -> Iterator[Case]:
    coins = torch.tensor([0.2, 0.8], dtype=torch.float64), torch.tensor([0.6, 0.4], dtype=torch.float64)
    yield Case("two coins", (draw.floating(coins[0]), draw.floating(coins[1])))
    yield Case("one pair", (distribution(draw, 5), distribution(draw, 5)))
    yield Case("rows", (distribution(draw, 3, 4), distribution(draw, 3, 4, scale=1.5)))
    yield Case("as many rows as classes", (distribution(draw, 4, 4), distribution(draw, 4, 4)))
    yield Case("two leading axes", (distribution(draw, 2, 3, 5, scale=1.5), distribution(draw, 2, 3, 5)))
    yield Case("a row of equals", one_row_alike(draw))
    yield Case(
        "eps below all of q", (distribution(draw, 2, 3), draw.floating([[0.5, 0.25, 0.25], [0.3, 0.5, 0.2]]), 0.01)
    )
    yield Case("zeros in p", (with_zeros(draw, 5, 6), distribution(draw, 5, 6)), grad=False)
    one_hot = draw.floating(torch.eye(4, dtype=torch.float64)[[2, 0, 3]])
    yield Case("p of one class", (one_hot, distribution(draw, 3, 4)), grad=False)
    yield Case("q of 0 where p is not", peaked(draw, 4, 6, (0.0, 0.0)), constant=("p",))
    yield Case("q of 0, another eps", (*peaked(draw, 2, 5, (0.0,)), 1e-4), constant=("p",))
    yield Case("q around the default eps", peaked(draw, 3, 7, (1e-14, 6e-13, 2e-12, 1e-9)), constant=("p",))
    yield Case("p and q around a large eps", between_0_and_a_bound(draw), {"eps": 0.1}, grad=False)
    p, q = with_zeros(draw, 2, 3, 7), with_zeros(draw, 2, 3, 7)
    yield Case("zeros in both", (p, q), {"eps": 1e-6}, grad=False)
    yield Case("a batch of one", (distribution(draw, 1, 4), distribution(draw, 1, 4, scale=1.5)))


PROBLEM = Problem(
    id="kl-divergence",
    entries=(kl_divergence,),
    cases=cases,
)
