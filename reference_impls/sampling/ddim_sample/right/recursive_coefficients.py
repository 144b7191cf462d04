import numpy as np
import torch


def coefficients(ab, s):
    """x_s = a x_t + b eps"""
    a = (s / ab) ** 0.5
    b = (1 - s) ** 0.5 - (s * (1 - ab) / ab) ** 0.5
    return a, b


def ddim_sample(model, x_T, alphas_bar, steps):
    grid = np.linspace(0, len(alphas_bar) - 1, steps + 1).astype(int)[::-1].tolist()

    def descend(x, grid):
        if len(grid) == 1:
            return x
        t, s = grid[:2]
        eps = model(x, torch.tensor([t] * x.size(0))).detach()
        a, b = coefficients(alphas_bar[t], alphas_bar[s])
        return descend(a * x + b * eps, grid[1:])

    return descend(x_T.detach(), grid)
