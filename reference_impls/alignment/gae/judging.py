"""How answers to `gae` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.alignment.gae.reference import gae
from reference_impls.problem import Case, Draw, Problem


def rollout(draw: Draw, T: int, ends: tuple[int, ...] = ()) -> tuple[Tensor, Tensor, Tensor]:
    """Rewards, values and dones; episodes end with these steps."""
    dones = torch.zeros(T, dtype=torch.float64)
    dones[list(ends)] = 1.0
    return draw.normal(T, mean=0.5), draw.normal(T + 1, mean=1.0, scale=2.0), draw.floating(dones)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one step that goes on", rollout(draw, 1))
    yield Case("one step that ends", rollout(draw, 1, (0,)))
    yield Case("three steps, no end", rollout(draw, 3))
    yield Case("the last step ends", rollout(draw, 4, (3,)))
    yield Case("an end in the middle", rollout(draw, 6, (2,)))
    yield Case("the first step ends", rollout(draw, 5, (0,)), {"gamma": 0.7, "lam": 0.4})
    yield Case("several episodes", (*rollout(draw, 9, (1, 2, 6)), 0.8, 0.6))
    yield Case("lambda 0: one-step errors", rollout(draw, 5, (2,)), {"lam": 0.0})
    yield Case("lambda 1: returns minus values", rollout(draw, 6, (3,)), {"gamma": 0.9, "lam": 1.0})
    yield Case("gamma and lambda 1", rollout(draw, 5, (4,)), {"gamma": 1.0, "lam": 1.0})
    yield Case("gamma 0: nothing comes back", rollout(draw, 4), {"gamma": 0.0})
    yield Case("reward at the end alone", sparse(draw, 7), {"gamma": 1.0})
    yield Case("long rollout", rollout(draw, 60, (11, 12, 30, 47)))


def sparse(draw: Draw, T: int) -> tuple[Tensor, Tensor, Tensor]:
    """An answer of T tokens that is rewarded at its end, with a value of 0 after it."""
    last = torch.arange(T) == T - 1
    values = torch.cat([draw.uniform(T).double(), torch.zeros(1, dtype=torch.float64)])
    return draw.floating(last * draw.real(0.5, 1.5)), draw.floating(values), draw.floating(last)


PROBLEM = Problem(
    id="gae",
    entries=(gae,),
    cases=cases,
    grad=False,
)
