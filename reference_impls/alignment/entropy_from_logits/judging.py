"""How answers to `entropy-from-logits` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.alignment.entropy_from_logits.reference import entropy_from_logits
from reference_impls.problem import Case, Draw, Problem


def rows(draw: Draw, *shape: int, scale: float = 1.5, mean: float = 0.0) -> Tensor:
    """Logits of at most 15 in magnitude whose two largest lie close together, so that no entropy is near 0."""
    logits = draw.normal(*shape, scale=scale).double().clamp(-6, 6)
    logits[..., 1] = logits.max(dim=-1).values - 0.5
    return draw.floating(mean + logits)


def masked(draw: Draw, *shape: int, hidden: int) -> Tensor:
    """The same with some logits of minus infinity, other ones in each row."""
    logits = rows(draw, *shape).double()
    V = shape[-1]
    for number, row in enumerate(logits.reshape(-1, V)):
        for k in range(hidden):
            row[(2 + number + k) % V if V > 3 else 2] = -torch.inf
    return draw.floating(logits)


def cases(draw: Draw) -> Iterator[Case]:
    """Gradients are compared for finite logits alone."""
    yield Case("two tokens", (rows(draw, 2),))
    yield Case("a vector", (rows(draw, 5),))
    yield Case("a batch", (rows(draw, 4, 3),))
    yield Case("a batch of sequences", (rows(draw, 2, 3, 6),))
    yield Case("all axes alike", (rows(draw, 4, 4, 4),))
    yield Case("equal logits", (draw.floating(torch.full((3, 8), 1.25)),))
    yield Case("logits around 8", (rows(draw, 3, 5, mean=8.0),))
    yield Case("logits around -8", (rows(draw, 3, 5, mean=-8.0),))
    yield Case("a wide range", (rows(draw, 4, 9, scale=4.0),))
    yield Case("many tokens", (rows(draw, 2, 60),))
    yield Case("one hidden token", (masked(draw, 3, 3, hidden=1),), grad=False)
    yield Case("some hidden tokens", (masked(draw, 2, 4, 7, hidden=3),), grad=False)
    only = draw.floating([[-torch.inf, 3.5, -torch.inf], [0.25, -torch.inf, -torch.inf]])
    yield Case("one token left", (only,), grad=False)
    sure = torch.zeros(3, 5, dtype=torch.float64)
    sure[0, 2] = sure[1, 0] = sure[2, 4] = 1e4
    yield Case("one logit of 10,000", (draw.floating(sure),))
    both = torch.tensor([[0.5, 1.0, 1e4, -torch.inf], [1.5, 2.0, 0.0, -torch.inf]])
    yield Case("sure rows and hidden tokens", (draw.floating(both),), grad=False)
    yield Case("a single token", (draw.floating([[0.0], [0.0]]),))
    yield Case("a batch of one", (rows(draw, 1, 4),))


PROBLEM = Problem(
    id="entropy-from-logits",
    entries=(entropy_from_logits,),
    cases=cases,
)
