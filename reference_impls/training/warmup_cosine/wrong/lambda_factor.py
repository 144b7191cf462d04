# slip: share-of-the-peak
import math


def warmup_cosine(step, warmup, total, peak, floor=0.0):
    lo = floor / peak
    if step < warmup:
        return step / warmup
    if step >= total:
        return lo
    u = (step - warmup) / (total - warmup)
    return lo + (1 - lo) * 0.5 * (1 + math.cos(math.pi * u))
