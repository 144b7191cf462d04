# slip: quarter-of-a-wave
import math


def warmup_cosine(step, warmup, total, peak, floor=0.0):
    if step < warmup:
        return peak * step / warmup
    if step >= total:
        return floor
    u = (step - warmup) / (total - warmup)
    return floor + (peak - floor) * math.cos(0.5 * math.pi * u)
