# problem: warmup-cosine
import math

class Scheduler:
    def __init__(self, warmup, total, peak, floor=0.0):
        self.warmup, self.total, self.peak, self.floor = warmup, total, peak, floor
        self.step = 0

    def get_lr(self):
        if self.step < self.warmup:
            return self.peak * self.step / self.warmup
        if self.step >= self.total:
            return self.floor
        progress = (self.step - self.warmup) / (self.total - self.warmup)
        return self.floor + (self.peak - self.floor) * (1 + math.cos(math.pi * progress)) / 2

    def advance(self):
        self.step += 1
