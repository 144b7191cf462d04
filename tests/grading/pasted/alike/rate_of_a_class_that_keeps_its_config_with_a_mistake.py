# problem: warmup-cosine
# expect: fail
# says: Your code starts the cosine at step 0
class Sched:
    def __init__(self, cfg):
        self.cfg = cfg
    def __call__(self, step):
        c = self.cfg
        if step < c.warmup_steps:
            return c.max_lr * step / c.warmup_steps
        p = min(1.0, step / c.total_steps)
        return c.min_lr + 0.5 * (c.max_lr - c.min_lr) * (1 + math.cos(math.pi * p))
