# slip: one-step-ahead-in-the-warm-up
import math


def warmup_cosine(step, warmup, total, peak, floor=0.0):
    if step < warmup:
        return peak * (step + 1) / warmup
    if step > total:
        return floor
    u = (step - warmup) / (total - warmup)
    return floor + (peak - floor) * (1 + math.cos(math.pi * u)) / 2
