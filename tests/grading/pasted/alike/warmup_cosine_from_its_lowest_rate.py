# problem: warmup-cosine
# expect: fail
# not: the problem's warm-up begins there
import math


def rate_at(step, warmup_steps, total_steps, max_lr, min_lr):
    if step < warmup_steps:
        return min_lr + (max_lr - min_lr) * step / warmup_steps
    share = min((step - warmup_steps) / (total_steps - warmup_steps), 1.0)
    return min_lr + 0.5 * (max_lr - min_lr) * (1 + math.cos(math.pi * share))
