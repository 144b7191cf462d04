# slip: shadow-by-number
import torch


class EMA:
    def __init__(self, model, decay=0.999):
        self.decay = decay
        self.shadow = dict(enumerate(p.detach().clone() for p in model.parameters()))

    @torch.no_grad()
    def update(self, model):
        for i, p in enumerate(model.parameters()):
            self.shadow[i].mul_(self.decay).add_(p, alpha=1 - self.decay)

    @torch.no_grad()
    def copy_to(self, model):
        for i, p in enumerate(model.parameters()):
            p.data.copy_(self.shadow[i])
