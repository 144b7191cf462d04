import numpy as np


def alphas_bar(schedule, steps):
    i = np.arange(steps, dtype=np.float64)
    if schedule == "cosine":
        f = lambda t: (1 + np.cos(np.pi * (t / steps + 0.008) / 1.008)) / 2
        alpha = np.maximum(f(i + 1) / f(i), 1 - 0.999)
    elif schedule == "linear":
        alpha = 1 - (1e-4 + (0.02 - 1e-4) * i / max(steps - 1, 1))
    else:
        raise ValueError("unknown")
    return np.multiply.accumulate(alpha)
