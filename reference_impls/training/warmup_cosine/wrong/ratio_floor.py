# slip: floor-as-a-fraction
import math


def warmup_cosine(step, warmup, total, peak, floor=0.0):
    low = peak * floor
    if step < warmup:
        return peak * step / warmup
    u = min(1.0, (step - warmup) / (total - warmup))
    return low + (peak - low) * (1 + math.cos(math.pi * u)) / 2
