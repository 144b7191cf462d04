# slip: warm-up-from-the-floor
import math


def warmup_cosine(step, warmup, total, peak, floor=0.0):
    if step < warmup:
        return floor + step / warmup * (peak - floor)
    u = min(max((step - warmup) / (total - warmup), 0), 1)
    return floor + (peak - floor) * (1 + math.cos(math.pi * u)) / 2
