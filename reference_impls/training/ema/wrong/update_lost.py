# slip: update-lost
import torch


class EMA:
    def __init__(self, model, decay=0.999):
        self.decay = decay
        self.shadow = {n: p.detach().clone() for n, p in model.named_parameters()}

    @torch.no_grad()
    def update(self, model):
        for (n, p), s in zip(model.named_parameters(), self.shadow.values()):
            s = self.decay * s + (1 - self.decay) * p

    @torch.no_grad()
    def copy_to(self, model):
        for n, p in model.named_parameters():
            p.copy_(self.shadow[n])
