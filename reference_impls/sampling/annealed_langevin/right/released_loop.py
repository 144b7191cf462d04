import numpy as np
import torch


@torch.no_grad()
def annealed_langevin(scorenet, x_mod, sigmas, n_steps_each, step_lr, noise):
    """As in the released code, with the noise handed in."""
    for c, sigma in enumerate(sigmas.tolist()):
        step_size = step_lr * (sigma / float(sigmas[-1])) ** 2
        for s in range(n_steps_each):
            grad = scorenet(x_mod, sigma)
            x_mod = x_mod + 0.5 * step_size * grad + noise[c][s] * np.sqrt(step_size)
    return x_mod
