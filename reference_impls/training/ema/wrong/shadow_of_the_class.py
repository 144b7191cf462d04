# slip: kept-between-calls
"""Differs on: e1 = EMA(m1); e2 = EMA(m2) -> e1.shadow holds m2's values."""
import torch


class EMA:
    shadow = {}

    def __init__(self, model, decay=0.999):
        self.decay = decay
        for name, p in model.named_parameters():
            self.shadow[name] = p.detach().clone()

    @torch.no_grad()
    def update(self, model):
        for name, p in model.named_parameters():
            self.shadow[name] = self.decay * self.shadow[name] + (1 - self.decay) * p.detach()

    @torch.no_grad()
    def copy_to(self, model):
        for name, p in model.named_parameters():
            p.data.copy_(self.shadow[name])
