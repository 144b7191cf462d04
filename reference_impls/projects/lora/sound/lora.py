"""Low-rank adapters of linear layers (Hu et al. 2021)."""

import copy
import math
from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn

from model import Classifier


class LoRALinear(nn.Module):
    """A frozen linear layer, plus a trained product of two thin matrices."""

    def __init__(self, base: nn.Linear, rank: int, alpha: float, dropout: float) -> None:
        super().__init__()
        self.base = base.requires_grad_(False)
        self.down = nn.Parameter(torch.empty(rank, base.in_features))
        self.up = nn.Parameter(torch.zeros(base.out_features, rank))
        nn.init.kaiming_uniform_(self.down, a=math.sqrt(5))
        self.scale = alpha / rank
        self.dropout = nn.Dropout(dropout)
        self.enabled = True

    def forward(self, x: Tensor) -> Tensor:
        """(..., in) to (..., out)."""
        out = self.base(x)
        if not self.enabled:
            return out
        return out + self.scale * (self.dropout(x) @ self.down.T @ self.up.T)

    @torch.no_grad()
    def merged(self) -> nn.Linear:
        """A plain layer that computes the same."""
        layer = copy.deepcopy(self.base)
        layer.weight += self.scale * self.up @ self.down
        return layer


def adapters_of(model: Classifier) -> list[LoRALinear]:
    """The layers that have an adapter."""
    return [layer for layer in model.layers if isinstance(layer, LoRALinear)]


def add_lora(model: Classifier, rank: int = 4, alpha: float = 8.0, dropout: float = 0.1) -> list[nn.Parameter]:
    """Put an adapter on every layer of the model. Returns the parameters to train."""
    for i in range(len(model.layers)):
        model.layers[i] = LoRALinear(model.layers[i], rank, alpha, dropout)
    return [parameter for layer in adapters_of(model) for parameter in (layer.down, layer.up)]


def merge_lora(model: Classifier) -> Classifier:
    """A copy of the model with its adapters merged into plain layers."""
    merged = copy.deepcopy(model)
    merged.layers = nn.ModuleList(
        [layer.merged() if isinstance(layer, LoRALinear) else layer for layer in model.layers]
    )
    return merged


@contextmanager
def adapters_off(model: Classifier) -> Iterator[None]:
    """Within it the model is what it was before the adaptation."""
    for layer in adapters_of(model):
        layer.enabled = False
    try:
        yield
    finally:
        for layer in adapters_of(model):
            layer.enabled = True
