"""How answers to `discrete-posterior` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.discrete.discrete_posterior.reference import discrete_posterior
from reference_impls.problem import Case, Draw, Problem


def stochastic(draw: Draw, states: int) -> Tensor:
    """A matrix without zeros or symmetry whose rows sum to 1."""
    weights = draw.uniform(states, states, low=0.05).double()
    return draw.floating(weights / weights.sum(dim=1, keepdim=True))


def uniform_kernel(states: int, stay: float) -> Tensor:
    """Keeps a token with this probability, else draws any of the states."""
    return stay * torch.eye(states, dtype=torch.float64) + (1 - stay) / states


def absorbing_kernel(states: int, stay: float) -> Tensor:
    """Keeps a token with this probability, else moves it to the last state, which it never leaves."""
    kernel = stay * torch.eye(states, dtype=torch.float64)
    kernel[:, -1] += 1 - stay
    return kernel


def cases(draw: Draw) -> Iterator[Case]:
    yield Case(
        "one pair, three states", (torch.tensor([2]), torch.tensor([0]), stochastic(draw, 3), stochastic(draw, 3))
    )
    x_t, x0 = draw.integers(0, 4, 7), draw.integers(0, 4, 7)
    yield Case("more pairs than states", (x_t, x0, stochastic(draw, 4), stochastic(draw, 4)))
    pairs = torch.tensor([draw.permutation(5), draw.permutation(5)])
    yield Case("as many pairs as states", (pairs[0], pairs[1], stochastic(draw, 5), stochastic(draw, 5)))
    x_t, x0 = draw.integers(0, 9, 4), draw.integers(0, 9, 4)
    yield Case("more states than pairs", (x_t, x0, stochastic(draw, 9), stochastic(draw, 9)))
    every_pair = torch.cartesian_prod(torch.arange(4), torch.arange(4))
    kernels = draw.floating(uniform_kernel(4, draw.real(0.6, 0.9))), draw.floating(uniform_kernel(4, 0.3))
    yield Case("uniform kernel, every pair", (every_pair[:, 0], every_pair[:, 1], *kernels))
    # gradients of what is zero differ between right answers: those in logarithms have none there
    kernels = draw.floating(absorbing_kernel(5, draw.real(0.5, 0.9))), draw.floating(absorbing_kernel(5, 0.4))
    x0 = torch.tensor([0, 1, 2, 3, 4, 0, 3])
    x_t = torch.tensor([0, 4, 2, 4, 4, 4, 3])
    yield Case("absorbing kernel, masked and not", (x_t, x0, *kernels), grad=False)
    x_t, x0 = draw.integers(0, 4, 6), draw.integers(0, 4, 6)
    first = draw.floating(torch.eye(4, dtype=torch.float64))
    yield Case("first step: the past is the identity", (x_t, x0, stochastic(draw, 4), first), grad=False)
    # rare, but so that who adds 1e-8 to the denominator (about 1e-4) stays within the tolerance
    rare = draw.floating(uniform_kernel(6, 1 - 1.9e-4)), draw.floating(uniform_kernel(6, 1 - 3.8e-4))
    x0 = torch.tensor(draw.permutation(6))
    yield Case("changes of probability 1e-4", ((x0 + torch.tensor([1, 0, 2, 3, 0, 5])) % 6, x0, *rare), grad=False)


PROBLEM = Problem(
    id="discrete-posterior",
    entries=(discrete_posterior,),
    cases=cases,
    dtypes=(torch.float32,),  # `one_hot(x0).float() @ q_bar_prev` is right, and raises where the matrices are float64
)
