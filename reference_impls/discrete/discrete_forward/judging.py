"""How answers to `discrete-forward` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.discrete.discrete_forward.reference import discrete_q_sample_probs
from reference_impls.problem import Case, Draw, Problem


def kernel(draw: Draw, K: int) -> Tensor:
    """Rows that sum to 1, columns that do not, nothing symmetric."""
    raw = draw.uniform(K, K, low=0.05).double() + 2 * torch.diag(draw.uniform(K).double())
    return draw.floating(raw / raw.sum(dim=1, keepdim=True))


def absorbing(draw: Draw, K: int, stays: float) -> Tensor:
    """The last state is [MASK]."""
    eye = torch.eye(K, dtype=torch.float64)
    return draw.floating(stays * eye + (1 - stays) * eye[-1])


def every_state(draw: Draw, B: int, L: int, K: int) -> Tensor:
    """Tokens in which every state occurs, if there is room for it."""
    tokens = draw.integers(0, K, B, L).flatten()
    tokens[: min(K, B * L)] = torch.tensor(draw.permutation(K))[: min(K, B * L)]
    return tokens[draw.permutation(B * L)].reshape(B, L)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one sequence, two states", (every_state(draw, 1, 3, 2), kernel(draw, 2)))
    yield Case("three states", (every_state(draw, 2, 4, 3), kernel(draw, 3)))
    yield Case("seven states", (every_state(draw, 3, 5, 7), kernel(draw, 7)))
    yield Case("all sizes equal", (every_state(draw, 4, 4, 4), kernel(draw, 4)))
    yield Case("absorbing", (every_state(draw, 2, 6, 5), absorbing(draw, 5, draw.real(0.3, 0.7))))
    yield Case("one token", (every_state(draw, 1, 1, 4), kernel(draw, 4)))
    yield Case("one token per sequence", (every_state(draw, 5, 1, 3), kernel(draw, 3)))
    yield Case("no noise yet", (every_state(draw, 2, 3, 4), draw.floating(torch.eye(4))))
    yield Case("everything masked", (every_state(draw, 2, 3, 4), absorbing(draw, 4, 0.0)))
    yield Case("the last states do not occur", (every_state(draw, 2, 3, 3), kernel(draw, 6)))
    yield Case("tokens that are all equal", (torch.full((2, 3), draw.integer(0, 4)), kernel(draw, 5)))


PROBLEM = Problem(
    id="discrete-forward",
    entries=(discrete_q_sample_probs,),
    cases=cases,
    dtypes=(torch.float32,),  # `one_hot(x0, K).float() @ q_bar` is right, and raises where q_bar is float64
)
