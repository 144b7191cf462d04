"""How answers to `top-k-filter` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.generative.top_k_filter.reference import top_k_filter
from reference_impls.problem import Case, Draw, Problem


def apart(draw: Draw, *shape: int, shift: float = 0.0) -> Tensor:
    """Logits without ties (0.15 apart at least), in random order, each row at a level of its own; both signs occur."""
    *rows, V = shape
    count = torch.Size(rows).numel()
    order = torch.tensor([draw.permutation(V) for _ in range(count)], dtype=torch.float64)
    level = torch.tensor(draw.permutation(count), dtype=torch.float64)[:, None] - count / 2
    spread = order - V / 2 + draw.uniform(count, V, high=0.5).double()
    return draw.floating((shift + 0.7 * level + 0.3 * spread).reshape(shape))


def mixed(draw: Draw, rows: list[list[float]]) -> Tensor:
    """Each row in a random order of its own."""
    return draw.floating([[row[i] for i in draw.permutation(len(row))] for row in rows])


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one row", (apart(draw, 4), 2))
    yield Case("two rows", (apart(draw, 2, 5), 3))
    yield Case("batch and time", (apart(draw, 2, 3, 6), 4))
    yield Case("four axes", (apart(draw, 2, 3, 2, 5),), {"k": 2})
    yield Case("as many rows as tokens", (apart(draw, 6, 6), 3))
    yield Case("k = 1", (apart(draw, 3, 5), 1))
    yield Case("k = V - 1", (apart(draw, 3, 7), 6))
    yield Case("k = V", (apart(draw, 2, 4), 4))
    yield Case("k > V", (apart(draw, 3, 4), 9))
    yield Case("k > V, one row", (apart(draw, 3), 50))
    yield Case("a vocabulary of one", (apart(draw, 3, 1), 1))
    yield Case("all below 0", (apart(draw, 3, 6, shift=-20), 2))
    yield Case("all above 0", (apart(draw, 3, 6, shift=20), 4))
    yield Case("equal ones among the k", (mixed(draw, [[3, 3, 2, 1, 0, -2, -4], [5, 4, 4, 3, -1, -2, -3]]), 4))
    yield Case("equal ones outside", (mixed(draw, [[3, 2, 1, -1, -1, -2, -3], [5, 4, 3, 0, 0, -6, -7]]), 2))
    yield Case("fifty tokens", (apart(draw, 3, 50), 40))
    levels = torch.tensor([[9000.0], [-9000.0], [0.0]], dtype=torch.float64)
    order = torch.tensor([draw.permutation(7) for _ in range(3)], dtype=torch.float64)
    yield Case("logits near 1e4, one apart", (draw.floating(levels + order), 3))
    yield Case("one token has all the probability", (draw.floating(1500 * order), 4))
    yield Case("a batch of one", (apart(draw, 1, 6), 2))


PROBLEM = Problem(
    id="top-k-filter",
    entries=(top_k_filter,),
    cases=cases,
    grad=False,  # one decodes under no_grad, and what -inf passes back is a matter of taste
)
