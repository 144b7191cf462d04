# slip: no-clone
import torch


class EMA:
    def __init__(self, model, decay=0.999):
        self.decay = decay
        self.shadow = {n: p.data for n, p in model.named_parameters()}

    def update(self, model):
        for n, p in model.named_parameters():
            self.shadow[n] = self.shadow[n] * self.decay + p.data * (1 - self.decay)

    def copy_to(self, model):
        for n, p in model.named_parameters():
            p.data.copy_(self.shadow[n])
