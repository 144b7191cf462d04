# problem: ve-marginal
# says: VESDE.alpha and VESDE.std and VESDE.g are graded together
import math
import torch


class VESDE:
    def __init__(self, sigma_min=0.01, sigma_max=50.0):
        self.sigma_min = sigma_min
        self.sigma_max = sigma_max

    def sigma(self, t):
        return self.sigma_min * (self.sigma_max / self.sigma_min) ** t

    def alpha(self, t):
        return torch.ones_like(t)

    def std(self, t):
        return torch.sqrt(self.sigma(t) ** 2 - self.sigma_min**2)

    def g(self, t):
        return self.sigma(t) * math.sqrt(2 * math.log(self.sigma_max / self.sigma_min))
