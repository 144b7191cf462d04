# problem: ddpm-posterior
# says: your schedule is made by NoiseSchedule of betas
import torch


class NoiseSchedule:
    def __init__(self, betas: torch.Tensor):
        alphas = 1 - betas
        bar = torch.cumprod(alphas, dim=0)
        before = torch.cat([torch.ones_like(betas[:1]), bar[:-1]])
        self.posterior_variance = betas * (1 - before) / (1 - bar)
        self.posterior_mean_coef1 = betas * before.sqrt() / (1 - bar)
        self.posterior_mean_coef2 = (1 - before) * alphas.sqrt() / (1 - bar)


def q_posterior(schedule: NoiseSchedule, x_start, x_t, t):
    mean = schedule.posterior_mean_coef1[t] * x_start + schedule.posterior_mean_coef2[t] * x_t
    return mean, schedule.posterior_variance[t]
