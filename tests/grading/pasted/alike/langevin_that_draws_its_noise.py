# problem: annealed-langevin
# expect: fail
# says: right for what it covers: 13 of 13 checks
import numpy as np
import torch


@torch.no_grad()
def anneal_Langevin_dynamics(x_mod, scorenet, sigmas, n_steps_each=100, step_lr=0.00002):
    for c, sigma in enumerate(sigmas):
        step_size = step_lr * (sigma / sigmas[-1]) ** 2
        for s in range(n_steps_each):
            noise = torch.randn_like(x_mod) * np.sqrt(step_size)
            grad = scorenet(x_mod, sigma)
            x_mod = x_mod + 0.5 * step_size * grad + noise
    return x_mod
