"""Linear warm-up, then half a cosine (Loshchilov & Hutter 2016, SGDR, arXiv:1608.03983, eq. 5, without restarts; warm-up: Goyal
et al. 2017, arXiv:1706.02677, section 2.2).

    η(t) = peak · t / warmup                                             t < warmup
    η(t) = floor + (peak - floor) (1 + cos(π u)) / 2                     u = (t - warmup) / (total - warmup), at most 1

The cosine starts where the warm-up ends, at the peak and with slope 0, and reaches the floor at `total`, also with slope 0. After
that the rate stays there: the wave itself would climb again.

step: counts from 0, where the rate is 0; 1 <= warmup < total; floor <= peak. Returns: a float.
"""

import math


def warmup_cosine(step: int, warmup: int, total: int, peak: float, floor: float = 0.0) -> float:
    """The learning rate at a step."""
    if step < warmup:
        return peak * step / warmup
    if step >= total:
        return floor
    progress = (step - warmup) / (total - warmup)
    return floor + (peak - floor) * (1 + math.cos(math.pi * progress)) / 2
