# problem: warmup-cosine
# says: is made for an optimizer, and stepped
from torch.optim.lr_scheduler import _LRScheduler


class HalfCosine(_LRScheduler):
    def __init__(self, optimizer, warmup_epochs, max_epochs, eta_min=0.0, last_epoch=-1):
        self.warmup_epochs, self.max_epochs, self.eta_min = warmup_epochs, max_epochs, eta_min
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        return [self.at(top, self.last_epoch) for top in self.base_lrs]

    def at(self, top, epoch):
        if epoch <= self.warmup_epochs:
            return top * epoch / self.warmup_epochs
        part = min(1.0, (epoch - self.warmup_epochs) / (self.max_epochs - self.warmup_epochs))
        return self.eta_min + (top - self.eta_min) * 0.5 * (math.cos(math.pi * part) + 1)
