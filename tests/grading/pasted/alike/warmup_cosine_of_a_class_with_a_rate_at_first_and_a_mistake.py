# problem: warmup-cosine
# expect: fail
# says: your lr_start is 0
import numpy as np


class CosineAfterWarmup:
    def __init__(self, warm_up_steps, lr_min, lr_max, lr_start, max_decay_steps, verbose=0):
        self.warm_up_steps, self.max_decay_steps = warm_up_steps, max_decay_steps
        self.lr_min, self.lr_max, self.lr_start = lr_min, lr_max, lr_start
        self.verbose, self.last = verbose, 0.0

    def schedule(self, n):
        if self.verbose > 0 and n % self.verbose == 0:
            print(n, self.last)
        if n < self.warm_up_steps:
            self.last = self.lr_start + n * (self.lr_max - self.lr_start) / self.warm_up_steps
        else:
            share = min((n - self.warm_up_steps) / self.max_decay_steps, 1.0)
            self.last = self.lr_min + (self.lr_max - self.lr_min) * (1 + np.cos(np.pi * share)) / 2
        return self.last

    def __call__(self, n):
        return self.schedule(n)
