# problem: warmup-cosine
# not: the problem's warm-up begins there
import math


def rate_at(step, warmup_steps, total_steps, lr_start, lr_min=0.0):
    if step < warmup_steps:
        return lr_start * step / warmup_steps
    share = min((step - warmup_steps) / (total_steps - warmup_steps), 1.0)
    return lr_min + 0.5 * (lr_start - lr_min) * (1 + math.cos(math.pi * share))
