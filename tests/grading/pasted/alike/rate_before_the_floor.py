# problem: warmup-cosine
# says: your code returns 2 results: the first one is graded
import math

def get_lr(step, warmup, total, peak, floor=0.0):
    if step < warmup:
        lr = peak * step / warmup
    elif step >= total:
        lr = floor
    else:
        lr = floor + (peak - floor) * (1 + math.cos(math.pi * (step - warmup) / (total - warmup))) / 2
    return lr, floor
