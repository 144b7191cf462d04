# problem: ddpm-posterior
# says: your sched is made by make_schedule of betas
from dataclasses import dataclass

import torch


@dataclass(frozen=True)
class Schedule:
    betas: torch.Tensor
    alphas: torch.Tensor
    alpha_bars: torch.Tensor


def make_schedule(betas: torch.Tensor) -> Schedule:
    alphas = 1 - betas
    return Schedule(betas, alphas, torch.cumprod(alphas, 0))


def q_posterior(x0, x_t, t, sched: Schedule):
    bar = sched.alpha_bars[t]
    before = sched.alpha_bars[t - 1] if t > 0 else torch.ones_like(bar)
    if t == 0:
        return x0, torch.zeros_like(bar)
    beta = sched.betas[t]
    mean = before.sqrt() * beta / (1 - bar) * x0 + sched.alphas[t].sqrt() * (1 - before) / (1 - bar) * x_t
    return mean, beta * (1 - before) / (1 - bar)
