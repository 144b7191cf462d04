# problem: warmup-cosine
# expect: fail
def get_lr(step, warmup_steps, total_steps, max_lr, min_lr_ratio=0.0):
    min_lr = max_lr * min_lr_ratio
    if step < warmup_steps:
        return max_lr * step / warmup_steps
    done = min(1.0, (step - warmup_steps) / (total_steps - warmup_steps))
    return min_lr + 0.5 * max_lr * (1 + math.cos(math.pi * done))
