# problem: ddpm-step
# expect: fail
# not: exchanges
import torch


class DenoiseDiffusion:
    def __init__(self, beta: torch.Tensor):
        self.beta = beta
        self.alpha = 1.0 - beta
        self.alpha_bar = self.alpha.cumprod(dim=0)
        self.sigma2 = beta

    def p_sample(self, xt, eps_theta, t, eps):
        alpha, alpha_bar = self.alpha[t], self.alpha_bar[t]
        mean = (xt - (1 - alpha) ** 0.5 * eps_theta) / alpha**0.5
        return mean if t == 0 else mean + self.sigma2[t] ** 0.5 * eps
