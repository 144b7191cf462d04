# problem: ddpm-posterior
# says: your schedule is made by NoiseSchedule of betas
import torch


class NoiseSchedule:
    def __init__(self, betas: torch.Tensor):
        self.betas = betas
        self.alphas = 1 - betas
        self.alphas_cumprod = torch.cumprod(self.alphas, 0)
        self.alphas_cumprod_prev = torch.cat([torch.ones_like(betas[:1]), self.alphas_cumprod[:-1]])


def q_posterior(schedule: NoiseSchedule, x_start, x_t, t):
    bar, before = schedule.alphas_cumprod[t], schedule.alphas_cumprod_prev[t]
    beta = schedule.betas[t]
    start = beta * before.sqrt() / (1 - bar)
    end = (1 - before) * schedule.alphas[t].sqrt() / (1 - bar)
    return start * x_start + end * x_t, beta * (1 - before) / (1 - bar)
