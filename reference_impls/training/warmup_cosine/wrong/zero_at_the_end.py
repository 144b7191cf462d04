# slip: zero-after-the-end
import math


def warmup_cosine(step, warmup, total, peak, floor=0.0):
    if step < warmup:
        return peak * step / warmup
    elif step <= total:
        u = (step - warmup) / (total - warmup)
        return floor + (peak - floor) * (1 + math.cos(math.pi * u)) / 2
    return 0.0
