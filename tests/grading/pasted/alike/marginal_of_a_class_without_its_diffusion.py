# problem: ve-marginal
# expect: fail
# says: returns 2 results; 3 are asked for
# not: also needs x
import torch


class ExplodingSDE:
    def __init__(self, sigma_min=0.01, sigma_max=50.0, steps=1000):
        self.sigma_min, self.sigma_max, self.steps = sigma_min, sigma_max, steps

    def level(self, t):
        return self.sigma_min * (self.sigma_max / self.sigma_min) ** t

    def marginal_prob(self, x, t):
        return x, (self.level(t) ** 2 - self.sigma_min**2).sqrt()
