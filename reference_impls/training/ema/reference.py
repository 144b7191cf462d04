"""Exponential moving average of a model's weights (Tarvainen & Valpola 2017, arXiv:1703.01780).

    θ' ← α θ' + (1 - α) θ        after every optimiser step

The average looks back about 1 / (1 - α) steps, and αⁿ of the start remains after n. Training goes on with θ, one evaluates
and samples with θ'. The average is data and no part of the graph, and two copies have to be copies: the shadow at the
start, which `detach` alone would leave in the parameter's own memory, and the model's weights after `copy_to`.

model: any torch.nn.Module; the names are those of `named_parameters()`. Buffers are left alone.
"""

import torch
from torch import Tensor, nn


class EMA:
    """The averages by parameter name in `shadow`."""

    def __init__(self, model: nn.Module, decay: float = 0.999) -> None:
        self.decay = decay
        self.shadow: dict[str, Tensor] = {name: p.detach().clone() for name, p in model.named_parameters()}

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        """shadow ← decay · shadow + (1 - decay) · parameter."""
        for name, p in model.named_parameters():
            self.shadow[name] = self.decay * self.shadow[name] + (1 - self.decay) * p

    @torch.no_grad()
    def copy_to(self, model: nn.Module) -> None:
        """Write the averages into the model's parameters."""
        for name, p in model.named_parameters():
            p.copy_(self.shadow[name])
