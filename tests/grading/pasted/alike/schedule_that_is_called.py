# problem: warmup-cosine
# says: CosineSchedule.__call__ is graded as warmup_cosine
# not: others may be meant
class CosineSchedule:
    def __init__(self, max_lr, min_lr, warmup_iters, cosine_cycle_iters):
        self.max_lr, self.min_lr = max_lr, min_lr
        self.warmup_iters, self.cosine_cycle_iters = warmup_iters, cosine_cycle_iters

    def __call__(self, it):
        if it < self.warmup_iters:
            return self.max_lr * it / self.warmup_iters
        if it > self.cosine_cycle_iters:
            return self.min_lr
        done = (it - self.warmup_iters) / (self.cosine_cycle_iters - self.warmup_iters)
        return self.min_lr + (self.max_lr - self.min_lr) * (1 + math.cos(math.pi * done)) / 2
