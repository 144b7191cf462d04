# slip: climbs-after-the-end
import math


def warmup_cosine(step, warmup, total, peak, floor=0.0):
    if step <= warmup:
        return peak * step / warmup
    u = (step - warmup) / (total - warmup)
    return floor + (peak - floor) / 2 * (1 + math.cos(u * math.pi))
