# slip: cosine-from-step-0
import math


def warmup_cosine(step, warmup, total, peak, floor=0.0):
    if step < warmup:
        return peak * step / warmup
    t = min(step, total)
    return floor + 0.5 * (peak - floor) * (1 + math.cos(math.pi * t / total))
