# problem: warmup-cosine
# expect: fail
from dataclasses import dataclass
import math
@dataclass
class Schedule:
    warmup: int
    total: int
    peak: float
    floor: float = 0.0
    def __post_init__(self):
        self.total = self.total - self.warmup
def lr_at(step, cfg: Schedule):
    if step < cfg.warmup:
        return cfg.peak * step / cfg.warmup
    done = min(1.0, (step - cfg.warmup) / (cfg.total - cfg.warmup))
    return cfg.floor + (cfg.peak - cfg.floor) * (1 + math.cos(math.pi * done)) / 2
