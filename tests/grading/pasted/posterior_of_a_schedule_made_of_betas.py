# problem: ddpm-posterior
# says: your sched is made by make_schedule of betas
from dataclasses import dataclass

import torch


@dataclass(frozen=True)
class Schedule:
    of_start: torch.Tensor
    of_current: torch.Tensor
    variance: torch.Tensor


def make_schedule(betas: torch.Tensor) -> Schedule:
    alphas = 1 - betas
    bar = torch.cumprod(alphas, 0)
    before = torch.cat([torch.ones_like(bar[:1]), bar[:-1]])
    start, current = betas * before.sqrt() / (1 - bar), alphas.sqrt() * (1 - before) / (1 - bar)
    return Schedule(start, current, betas * (1 - before) / (1 - bar))


def q_posterior(x0, x_t, t, sched: Schedule):
    return sched.of_start[t] * x0 + sched.of_current[t] * x_t, sched.variance[t]
