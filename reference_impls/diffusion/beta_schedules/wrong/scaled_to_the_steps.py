# slip: betas-scaled-to-the-steps
# differs: "linear", steps=100 (agrees at steps=1000 only)
import math
import numpy as np


def betas_for_alpha_bar(n, alpha_bar, max_beta=0.999):
    betas = []
    for i in range(n):
        t1, t2 = i / n, (i + 1) / n
        betas.append(min(1 - alpha_bar(t2) / alpha_bar(t1), max_beta))
    return np.array(betas)


def alphas_bar(schedule, steps):
    if schedule == "linear":
        scale = 1000 / steps
        betas = np.linspace(scale * 0.0001, scale * 0.02, steps, dtype=np.float64)
    elif schedule == "cosine":
        betas = betas_for_alpha_bar(
            steps, lambda t: math.cos((t + 0.008) / 1.008 * math.pi / 2) ** 2
        )
    else:
        raise ValueError(f"unknown beta schedule: {schedule}")
    return np.cumprod(1.0 - betas, axis=0)
