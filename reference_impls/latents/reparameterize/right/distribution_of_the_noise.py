import torch
from torch.distributions import Normal


class GaussianHead:
    def __init__(self, mu, log_sigma):
        self.mu = mu
        self.log_sigma = log_sigma

    @property
    def sigma(self):
        return self.log_sigma.exp()

    def draw(self):
        eps = Normal(0.0, 1.0).sample(self.mu.shape).to(self.mu)
        return self.mu + self.sigma * eps


def reparameterize(mu, log_sigma):
    return GaussianHead(mu, log_sigma).draw()
