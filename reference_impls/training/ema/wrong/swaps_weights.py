# slip: copy-swaps
import torch


class EMA:
    def __init__(self, model, decay=0.999):
        self.decay = decay
        self.shadow = {n: p.detach().clone() for n, p in model.named_parameters()}

    @torch.no_grad()
    def update(self, model):
        for n, p in model.named_parameters():
            self.shadow[n].lerp_(p.detach(), 1 - self.decay)

    @torch.no_grad()
    def copy_to(self, model):
        # so that a second call brings the weights back
        for n, p in model.named_parameters():
            backup = p.detach().clone()
            p.copy_(self.shadow[n])
            self.shadow[n].copy_(backup)
