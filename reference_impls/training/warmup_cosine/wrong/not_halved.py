# slip: half-missing
import math


def warmup_cosine(step, warmup, total, peak, floor=0.0):
    if step < warmup:
        return peak * step / warmup
    if step >= total:
        return floor
    u = (step - warmup) / (total - warmup)
    return floor + (peak - floor) * (1 + math.cos(math.pi * u))
