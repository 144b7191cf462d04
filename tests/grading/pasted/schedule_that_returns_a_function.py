# problem: warmup-cosine
# says: your get_schedule returns a function, which is called with step
def get_schedule(warmup_steps, total_steps, max_lr, min_lr=0.0):
    span = total_steps - warmup_steps

    def lr_at(step):
        if step < warmup_steps:
            return max_lr * step / warmup_steps
        if step >= total_steps:
            return min_lr
        return min_lr + (max_lr - min_lr) * (1 + math.cos(math.pi * (step - warmup_steps) / span)) / 2

    return lr_at
