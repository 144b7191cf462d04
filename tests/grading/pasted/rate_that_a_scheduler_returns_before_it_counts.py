# problem: warmup-cosine
class Rates:
    def __init__(self, max_lr, warmup_steps, total_steps, min_lr=0.0):
        self.max_lr, self.min_lr = max_lr, min_lr
        self.warmup_steps, self.total_steps = warmup_steps, total_steps
        self.count = 0

    def step(self):
        now = self.value()
        self.count += 1
        return now

    def value(self):
        if self.count < self.warmup_steps:
            return self.max_lr * self.count / self.warmup_steps
        if self.count > self.total_steps:
            return self.min_lr
        part = (self.count - self.warmup_steps) / (self.total_steps - self.warmup_steps)
        return self.min_lr + 0.5 * (self.max_lr - self.min_lr) * (1 + math.cos(math.pi * part))
