# problem: vp-marginal
# says: your x is -2 here, so that alpha is your mean divided by -2
import abc
import torch


class SDE(abc.ABC):
    @abc.abstractmethod
    def sde(self, x, t):
        """Drift and diffusion."""

    @abc.abstractmethod
    def marginal_prob(self, x, t):
        """Mean and standard deviation."""


class VPSDE(SDE):
    def __init__(self, beta_min=0.1, beta_max=20, N=1000):
        self.beta_0, self.beta_1, self.N = beta_min, beta_max, N

    def sde(self, x, t):
        beta = self.beta_0 + t * (self.beta_1 - self.beta_0)
        return -0.5 * beta[:, None, None, None] * x, torch.sqrt(beta)

    def marginal_prob(self, x, t):
        log_coeff = -0.25 * t**2 * (self.beta_1 - self.beta_0) - 0.5 * t * self.beta_0
        mean = torch.exp(log_coeff[:, None, None, None]) * x
        std = torch.sqrt(1.0 - torch.exp(2.0 * log_coeff))
        return mean, std
