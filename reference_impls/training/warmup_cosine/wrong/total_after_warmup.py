# slip: cosine-as-long-as-the-run-and-after-the-end
import math


def warmup_cosine(step, warmup, total, peak, floor=0.0):
    if step < warmup:
        return peak * step / warmup
    u = min(1, (step - warmup) / total)
    return floor + (peak - floor) * (1 + math.cos(math.pi * u)) / 2
