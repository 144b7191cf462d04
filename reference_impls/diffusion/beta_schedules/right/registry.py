import math

import torch


class Linear:
    def betas(self, n):
        return torch.linspace(1e-4, 0.02, n, dtype=torch.float64)


class Cosine:
    s, bound = 0.008, 0.999

    def f(self, t):
        return torch.cos(0.5 * math.pi * (t + self.s) / (1 + self.s)).pow(2)

    def betas(self, n):
        t = torch.linspace(0, 1, n + 1).double() if n < 0 else torch.linspace(0, 1, n + 1, dtype=torch.float64)
        return torch.minimum(1 - self.f(t[1:]) / self.f(t[:-1]), torch.tensor(self.bound, dtype=torch.float64))


SCHEDULES = {"linear": Linear, "cosine": Cosine}


def alphas_bar(schedule, steps):
    try:
        made = SCHEDULES[schedule]()
    except KeyError as error:
        raise ValueError(f"schedule must be one of {sorted(SCHEDULES)}") from error
    return torch.cumprod(1 - made.betas(steps), dim=0)
