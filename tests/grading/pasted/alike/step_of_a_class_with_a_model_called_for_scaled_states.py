# problem: ddpm-step
# expect: error
# says: called for something else than the state
import torch

class Diffusion:
    def __init__(self, eps_model, betas):
        self.eps_model = eps_model
        self.beta = betas
        self.alpha = 1 - betas
        self.alpha_bar = self.alpha.cumprod(0)

    def p_sample(self, x_t, t, z=None):
        eps = self.eps_model(x_t / self.alpha[t].sqrt(), t)
        mean = (x_t - self.beta[t] / (1 - self.alpha_bar[t]).sqrt() * eps) / self.alpha[t].sqrt()
        if t > 0 and z is not None:
            mean = mean + self.beta[t].sqrt() * z
        return mean
