# problem: karras-sigmas
# expect: fail
from typing import Any

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch import Tensor


class Levels(nn.Module):
    """What all lists of noise levels have in common."""

    def forward(self, num_steps: int, device: torch.device) -> Tensor:
        raise NotImplementedError()


class KarrasLevels(Levels):
    def __init__(self, sigma_min: float, sigma_max: float, rho: float = 7.0):
        super().__init__()
        self.low, self.high, self.rho = sigma_min, sigma_max, rho

    def forward(self, num_steps: int, device: Any) -> Tensor:
        power = 1.0 / self.rho
        share = torch.arange(num_steps, device=device, dtype=torch.float32) / num_steps
        levels = (self.high**power + share * (self.low**power - self.high**power)) ** self.rho
        return F.pad(levels, pad=(0, 1), value=0.0)
