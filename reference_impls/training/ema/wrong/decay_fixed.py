# slip: decay-fixed
import torch


class EMA:
    def __init__(self, model, decay=0.999):
        self.shadow = {n: p.detach().clone() for n, p in model.named_parameters()}
    @torch.no_grad()
    def update(self, model):
        for n, p in model.named_parameters():
            self.shadow[n].mul_(0.999).add_(p, alpha=0.001)
    @torch.no_grad()
    def copy_to(self, model):
        for n, p in model.named_parameters(): p.copy_(self.shadow[n])
