# slip: updates-from-the-first-model
"""Differs on: ema = EMA(m1); ema.update(m2) with m2 another model of the same shape -> the shadow stays at m1's values."""
import torch


class EMA:
    def __init__(self, model, decay=0.999):
        self.params = dict(model.named_parameters())
        self.decay = decay
        self.shadow = {k: v.detach().clone() for k, v in self.params.items()}

    @torch.no_grad()
    def update(self, model):
        for k, v in self.params.items():
            self.shadow[k].mul_(self.decay).add_(v, alpha=1 - self.decay)

    @torch.no_grad()
    def copy_to(self, model):
        for k, v in model.named_parameters():
            v.copy_(self.shadow[k])
