# problem: warmup-cosine
# says: your RisingThenCosine is made for an optimizer, and stepped: the rate after so many calls of its step() is graded
class RisingThenCosine:
    def __init__(self, optimizer, warmup_steps, total_steps, min_lr=0.0):
        self.optimizer = optimizer
        self.warmup_steps, self.total_steps, self.min_lr = warmup_steps, total_steps, min_lr
        self.top = max(group["lr"] for group in optimizer.param_groups)
        self.done = -1
        self.step()

    def rate_now(self):
        if self.done < self.warmup_steps:
            return self.top * self.done / self.warmup_steps
        part = min(1.0, (self.done - self.warmup_steps) / (self.total_steps - self.warmup_steps))
        return self.min_lr + (self.top - self.min_lr) * (1 + math.cos(math.pi * part)) / 2

    def step(self):
        self.done += 1
        for group in self.optimizer.param_groups:
            group["lr"] = self.rate_now()
