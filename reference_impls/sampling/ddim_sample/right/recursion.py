import numpy as np
import torch


@torch.no_grad()
def ddim_sample(model, x_T, alphas_bar, steps):
    T, B = len(alphas_bar), x_T.shape[0]
    grid = np.linspace(T - 1, 0, steps + 1).round().astype(int)
    def go(x, i):
        if i == steps:
            return x
        t, s = int(grid[i]), int(grid[i + 1])
        a, b = float(alphas_bar[t]), float(alphas_bar[s])
        e = model(x, torch.full((B,), t).long())
        return go((b / a) ** 0.5 * (x - (1 - a) ** 0.5 * e) + (1 - b) ** 0.5 * e, i + 1)
    return go(x_T, 0)
