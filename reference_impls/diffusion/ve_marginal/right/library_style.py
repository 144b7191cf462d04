import numpy as np
import torch


class VESDE:
    def __init__(self, lo, hi):
        self.lo, self.hi = lo, hi

    def sigma(self, t):
        return self.lo * (self.hi / self.lo) ** t

    def sde(self, t):
        return self.sigma(t) * torch.sqrt(torch.tensor(2 * (np.log(self.hi) - np.log(self.lo)), dtype=t.dtype))


def ve_marginal(t, sigma_min=0.01, sigma_max=50.0):
    sde = VESDE(sigma_min, sigma_max)
    return torch.ones(t.shape, dtype=t.dtype), torch.sqrt(sde.sigma(t) ** 2 - sde.sigma(0) ** 2), sde.sde(t)
