# problem: vp-marginal
# expect: fail
import torch
class VPSDE:
    def __init__(self, beta_min=0.1, beta_max=20.0):
        self.beta_0 = beta_min
        self.beta_1 = beta_max
    def marginal_prob(self, x, t):
        lmc = -0.25 * t ** 2 * (self.beta_1 - self.beta_0) - 0.5 * t * self.beta_0
        mean = torch.exp(lmc[:, None, None, None]) * x.clamp(-1, 1)
        std = torch.sqrt(1 - torch.exp(2 * lmc))
        return mean, std
