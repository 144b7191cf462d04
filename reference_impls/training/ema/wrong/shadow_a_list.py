# slip: shadow-a-list
import torch


class EMA:
    def __init__(self, model, decay=0.999):
        self.decay = decay
        self.shadow = [p.detach().clone() for p in model.parameters()]
    @torch.no_grad()
    def update(self, model):
        for s, p in zip(self.shadow, model.parameters()):
            s.mul_(self.decay).add_(p, alpha=1 - self.decay)
    @torch.no_grad()
    def copy_to(self, model):
        for s, p in zip(self.shadow, model.parameters()): p.copy_(s)
