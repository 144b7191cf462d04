# slip: floor-as-a-maximum
import numpy as np


def warmup_cosine(step, warmup, total, peak, floor=0.0):
    if step < warmup:
        return peak * step / warmup
    u = np.clip((step - warmup) / (total - warmup), 0, 1)
    return max(floor, peak * 0.5 * (1 + np.cos(np.pi * u)))
