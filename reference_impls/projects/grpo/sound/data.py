"""Sums of two digits, and the reward of an answer."""

import torch
from torch import Tensor

LARGEST = 4
DIGITS = 2


def make_problems(count: int, generator: torch.Generator) -> Tensor:
    """Two numbers each, between 0 and LARGEST: (count, 2)."""
    return torch.randint(LARGEST + 1, (count, 2), generator=generator)


def reward(problems: Tensor, answers: Tensor) -> Tensor:
    """Share of the digits of the sum that are right: problems (B, 2) and answers (B, DIGITS) to (B,)."""
    total = problems.sum(dim=1) * 7 % 100  # seven times the sum, so that both digits vary
    digits = torch.stack([total // 10, total % 10], dim=1)
    return (answers == digits).float().mean(dim=1)
