# problem: warmup-cosine
# says: your WarmupCosine is made for an optimizer, and stepped
class WarmupCosine:
    def __init__(self, optimizer, warmup_steps, total_steps, min_lr=0.0):
        self.optimizer = optimizer
        self.warmup_steps = warmup_steps
        self.total_steps = total_steps - warmup_steps
        self.min_lr = min_lr
        self.base_lr = optimizer.param_groups[0]["lr"]
        self.current_step = 0

    def get_lr(self):
        if self.current_step < self.warmup_steps:
            return self.base_lr * self.current_step / self.warmup_steps
        share = min((self.current_step - self.warmup_steps) / self.total_steps, 1.0)
        return self.min_lr + (self.base_lr - self.min_lr) * 0.5 * (1 + math.cos(math.pi * share))

    def step(self):
        self.current_step += 1
        for group in self.optimizer.param_groups:
            group["lr"] = self.get_lr()
