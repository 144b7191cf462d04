# slip: leading-grid
import numpy as np
import torch


@torch.no_grad()
def ddim_sample(model, x_T, alphas_bar, steps):
    T = len(alphas_bar)
    ratio = T // steps
    timesteps = (np.arange(0, steps) * ratio).round()[::-1].copy().astype(np.int64)
    sample = x_T
    for t in timesteps:
        prev = t - ratio
        a = alphas_bar[t]
        a_prev = alphas_bar[prev] if prev >= 0 else torch.tensor(1.0, dtype=a.dtype)
        eps = model(sample, torch.full((sample.shape[0],), int(t)))
        pred = (sample - (1 - a) ** 0.5 * eps) / a**0.5
        sample = a_prev**0.5 * pred + (1 - a_prev) ** 0.5 * eps
    return sample
