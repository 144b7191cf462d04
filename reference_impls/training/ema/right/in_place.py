import torch


class EMA:
    def __init__(self, model, decay=0.999):
        self.decay = decay
        self.shadow = {}
        for n, p in model.named_parameters():
            self.shadow[n] = p.data.clone()

    def update(self, model):
        with torch.no_grad():
            for n, p in model.named_parameters():
                self.shadow[n].mul_(self.decay).add_(p, alpha=1 - self.decay)

    def copy_to(self, model):
        for n, p in model.named_parameters():
            p.data.copy_(self.shadow[n])
