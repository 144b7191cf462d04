# slip: not-clipped
import torch


def alphas_bar(schedule, steps):
    if schedule == "linear":
        return torch.cumprod(1 - torch.linspace(1e-4, 0.02, steps, dtype=torch.float64), 0)
    if schedule != "cosine":
        raise ValueError(schedule)
    t = torch.arange(1, steps + 1, dtype=torch.float64) / steps
    angle = lambda u: (u + 0.008) / 1.008 * torch.pi / 2
    return torch.cos(angle(t)) ** 2 / torch.cos(angle(torch.tensor(0.0, dtype=torch.float64))) ** 2
