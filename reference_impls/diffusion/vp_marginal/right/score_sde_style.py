import torch


class VPSDE:
    def __init__(self, beta_min, beta_max):
        self.beta_0, self.beta_1 = beta_min, beta_max

    def marginal_prob(self, t):
        log_mean_coeff = -0.25 * t**2 * (self.beta_1 - self.beta_0) - 0.5 * t * self.beta_0
        return torch.exp(log_mean_coeff), torch.sqrt(1.0 - torch.exp(2.0 * log_mean_coeff))


def vp_marginal(t, beta_min=0.1, beta_max=20.0):
    return VPSDE(beta_min, beta_max).marginal_prob(t)
