# slip: key-error
import numpy as np


def alphas_bar(schedule, steps):
    if schedule == "linear":
        betas = np.linspace(1e-4, 0.02, steps)
    elif schedule == "cosine":
        f = np.cos((np.arange(steps + 1) / steps + 0.008) / 1.008 * np.pi / 2) ** 2
        betas = np.minimum(1 - f[1:] / f[:-1], 0.999)
    else:
        raise KeyError(schedule)
    return np.cumprod(1 - betas)
