# slip: starts-at-zero-and-corrected
import torch


class EMA:
    def __init__(self, model, decay=0.999):
        self.decay = decay
        self.steps = 0
        self.shadow = {n: torch.zeros_like(p, requires_grad=False) for n, p in model.named_parameters()}

    @torch.no_grad()
    def update(self, model):
        self.steps += 1
        for n, p in model.named_parameters():
            self.shadow[n].mul_(self.decay).add_(p, alpha=1 - self.decay)

    @torch.no_grad()
    def copy_to(self, model):
        correction = 1 - torch.tensor(self.decay, dtype=torch.float64) ** self.steps
        for n, p in model.named_parameters():
            p.copy_(self.shadow[n].double() / correction)
