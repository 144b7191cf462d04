from math import cos, pi


class Schedule:
    def __init__(self, warmup, total, peak, floor):
        self.warmup, self.total, self.peak, self.floor = warmup, total, peak, floor

    def __call__(self, step):
        if step >= self.total:
            return self.floor
        if step <= self.warmup:
            return self.peak * step / self.warmup
        half = pi * (step - self.warmup) / (2 * (self.total - self.warmup))
        return self.peak * cos(half) ** 2 + self.floor * (1 - cos(half) ** 2)


def warmup_cosine(step, warmup, total, peak, floor=0.0):
    return Schedule(warmup, total, peak, floor)(step)
