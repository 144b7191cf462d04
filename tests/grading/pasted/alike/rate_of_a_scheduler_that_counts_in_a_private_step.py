# problem: warmup-cosine
# says: your CosineWarmupScheduler is made for an optimizer, and stepped
import math


class CosineWarmupScheduler:
    def __init__(self, optimizer, max_lr, warmup_steps, total_steps, min_lr=0.0):
        self.optimizer = optimizer
        self.max_lr, self.min_lr = max_lr, min_lr
        self.warmup_steps, self.total_steps = warmup_steps, total_steps
        self._step = 0

    def get_lr(self):
        if self._step < self.warmup_steps:
            return self.max_lr * self._step / self.warmup_steps
        progress = min(1.0, (self._step - self.warmup_steps) / (self.total_steps - self.warmup_steps))
        return self.min_lr + (self.max_lr - self.min_lr) * 0.5 * (1 + math.cos(math.pi * progress))

    def step(self):
        self._step += 1
        lr = self.get_lr()
        for group in self.optimizer.param_groups:
            group["lr"] = lr
        return lr
