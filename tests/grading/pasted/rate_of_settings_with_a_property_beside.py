# problem: warmup-cosine
# says: given in your cfg: warmup, total, peak and floor
from dataclasses import dataclass
import math
@dataclass
class ScheduleConfig:
    warmup: int
    total: int
    peak: float
    floor: float = 0.0
    @property
    def span(self):
        return self.total - self.warmup
def lr_at(step, cfg):
    if step < cfg.warmup:
        return cfg.peak * step / cfg.warmup
    done = min(1.0, (step - cfg.warmup) / cfg.span)
    return cfg.floor + (cfg.peak - cfg.floor) * (1 + math.cos(math.pi * done)) / 2
