import numpy as np


def alphas_bar(schedule, steps):
    if schedule == "linear":
        betas = np.linspace(1e-4, 0.02, steps)
    elif schedule == "cosine":
        x = np.linspace(0, steps, steps + 1)
        f = np.cos((x / steps + 0.008) / 1.008 * np.pi / 2) ** 2
        f = f / f[0]
        betas = np.clip(1 - f[1:] / f[:-1], 0, 0.999)
    else:
        raise ValueError(schedule)
    return np.cumprod(1 - betas)
