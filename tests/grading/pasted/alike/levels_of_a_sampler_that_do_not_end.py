# problem: karras-sigmas
# expect: fail
import torch


class Sampler:
    def __init__(self, num_steps=18, sigma_min=0.002, sigma_max=80, rho=7):
        self.num_steps, self.low, self.high, self.rho = num_steps, sigma_min, sigma_max, rho

    def t_steps(self):
        share = torch.arange(self.num_steps, dtype=torch.float64) / self.num_steps
        high, low = self.high ** (1 / self.rho), self.low ** (1 / self.rho)
        levels = (high + share * (low - high)) ** self.rho
        return torch.cat([levels, torch.zeros_like(levels[:1])])
