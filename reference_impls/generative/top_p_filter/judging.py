"""How answers to `top-p-filter` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.generative.top_p_filter.reference import top_p_filter
from reference_impls.problem import Case, Draw, Problem


def steep_to_flat(draw: Draw, *shape: int) -> Tensor:
    """Logits without ties (0.15 apart at least), in random order; the rows run from steep to flat distributions."""
    *rows, V = shape
    count = torch.Size(rows).numel()
    order = torch.tensor([draw.permutation(V) for _ in range(count)], dtype=torch.float64)
    steepness = torch.linspace(0.9, 0.3, count, dtype=torch.float64)[:, None]
    level = draw.uniform(count, 1, low=-4, high=4).double()
    spread = order + draw.uniform(count, V, high=0.5).double()
    return draw.floating((level + steepness * spread).reshape(shape))


def between_the_sums(logits: Tensor, low: float, high: float) -> float:
    """The p in this range that is furthest from what any number of the most likely tokens of any row sums to."""
    sums = logits.double().softmax(dim=-1).sort(dim=-1, descending=True).values.cumsum(dim=-1).flatten()
    candidates = torch.linspace(low, high, 301, dtype=torch.float64)
    distances = (candidates[:, None] - sums).abs().amin(dim=1)
    return float(candidates[distances.argmax()])


def filtered(name: str, logits: Tensor, low: float, high: float) -> Case:
    """A case with a p in this range."""
    return Case(name, (logits, between_the_sums(logits, low, high)))


def one_above_many(draw: Draw) -> Tensor:
    """One token is at least 1.25 above nineteen that are close together: a threshold on each token drops all of them, or none."""
    order = torch.tensor([draw.permutation(20) for _ in range(2)], dtype=torch.float64)
    return draw.floating(draw.real(-1, 1) - torch.where(order == 0, 0.0, 1.25 + 0.02 * order))


def cases(draw: Draw) -> Iterator[Case]:
    yield filtered("one row", steep_to_flat(draw, 4), 0.7, 0.9)
    yield filtered("rows from steep to flat", steep_to_flat(draw, 5, 7), 0.6, 0.85)
    yield filtered("batch and time", steep_to_flat(draw, 2, 3, 6), 0.35, 0.65)
    yield filtered("as many rows as tokens", steep_to_flat(draw, 6, 6), 0.5, 0.8)
    yield filtered("p near 1", steep_to_flat(draw, 4, 5), 0.93, 0.99)
    yield filtered("one token above many alike", one_above_many(draw), 0.4, 0.5)
    yield Case("p of 0 keeps the most likely", (steep_to_flat(draw, 3, 5), 0.0))
    yield Case("p below every top probability", (steep_to_flat(draw, 3, 6),), {"p": 0.06})
    yield Case("a vocabulary of one", (steep_to_flat(draw, 3, 1), 0.5))
    yield filtered("fifty tokens", steep_to_flat(draw, 3, 50), 0.8, 0.95)
    order = torch.tensor([draw.permutation(6) for _ in range(3)], dtype=torch.float64)
    levels = torch.tensor([[9000.0], [-9000.0], [0.0]], dtype=torch.float64)
    yield filtered("logits near 1e4", draw.floating(levels + 0.5 * order), 0.55, 0.85)
    yield Case("one token has all the probability", (draw.floating(levels + 200 * order), 0.9))
    yield filtered("a batch of one", steep_to_flat(draw, 1, 6), 0.6, 0.85)


PROBLEM = Problem(
    id="top-p-filter",
    entries=(top_p_filter,),
    cases=cases,
    grad=False,  # one decodes under no_grad, and what -inf passes back is a matter of taste
)
