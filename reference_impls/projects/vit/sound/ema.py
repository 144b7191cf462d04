"""An exponential moving average of a model's weights."""

import copy

import torch
from torch import nn


class EMA:
    """A copy of the model whose weights follow those of the model slowly."""

    def __init__(self, model: nn.Module, decay: float) -> None:
        self.decay = decay
        self.model = copy.deepcopy(model).requires_grad_(False).eval()

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        """Move the average a little towards the weights of the model."""
        for average, weight in zip(self.model.parameters(), model.parameters(), strict=True):
            average.copy_(self.decay * average + (1 - self.decay) * weight)
