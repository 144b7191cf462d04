"""A policy that writes the digits of an answer one after the other."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from data import DIGITS, LARGEST


class Policy(nn.Module):
    """An MLP on the problem, the position and the digit before."""

    def __init__(self, width: int = 64) -> None:
        super().__init__()
        inputs = 2 * (LARGEST + 1) + DIGITS + 10
        self.net = nn.Sequential(nn.Linear(inputs, width), nn.SiLU(), nn.Linear(width, 10))

    def step(self, problems: Tensor, position: int, before: Tensor) -> Tensor:
        """Log probabilities (B, 10) of the digit at this position, after the digit before it (B,)."""
        where = F.one_hot(torch.full_like(before, position), DIGITS)
        parts = [F.one_hot(problems, LARGEST + 1).flatten(1), where, F.one_hot(before, 10)]
        return self.net(torch.cat(parts, dim=1).float()).log_softmax(dim=-1)

    def logprobs(self, problems: Tensor, answers: Tensor) -> Tensor:
        """Log probabilities of the digits of answers (B, DIGITS): (B, DIGITS)."""
        before = torch.cat([torch.zeros_like(answers[:, :1]), answers[:, :-1]], dim=1)
        steps = [self.step(problems, i, before[:, i]) for i in range(DIGITS)]
        return torch.stack(steps, dim=1).gather(-1, answers[..., None])[..., 0]

    @torch.no_grad()
    def sample(self, problems: Tensor, generator: torch.Generator) -> Tensor:
        """An answer to each problem (B, 2): (B, DIGITS)."""
        digits = [torch.zeros(len(problems), dtype=torch.long)]
        for i in range(DIGITS):
            chances = self.step(problems, i, digits[-1]).exp()
            digits.append(torch.multinomial(chances, 1, generator=generator)[:, 0])
        return torch.stack(digits[1:], dim=1)
