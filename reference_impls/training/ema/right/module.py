import torch
from torch import nn


class EMA(nn.Module):
    def __init__(self, model: nn.Module, decay: float = 0.999):
        super().__init__()
        self.decay = decay
        self.shadow = {name: torch.empty_like(p).copy_(p).detach() for name, p in model.named_parameters()}

    def update(self, model):
        for name, p in model.named_parameters():
            old = self.shadow[name]
            self.shadow[name] = old - (1 - self.decay) * (old - p.detach())

    @torch.no_grad()
    def copy_to(self, model):
        for name, p in model.named_parameters():
            p.data = self.shadow[name].clone()
