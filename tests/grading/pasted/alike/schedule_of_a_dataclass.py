# problem: warmup-cosine
from dataclasses import dataclass


@dataclass
class Schedule:
    warmup_steps: int
    max_steps: int
    min_lr: float = 0.0

    def lr_at(self, base_lr: float, step: int) -> float:
        if step < self.warmup_steps:
            return base_lr * step / self.warmup_steps
        part = min(1.0, (step - self.warmup_steps) / (self.max_steps - self.warmup_steps))
        return self.min_lr + (base_lr - self.min_lr) * (1 + math.cos(math.pi * part)) / 2
