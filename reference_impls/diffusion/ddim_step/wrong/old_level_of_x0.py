# slip: x0-at-the-old-level
import torch


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    a, a_prev = (torch.as_tensor(level, dtype=x_t.dtype) for level in (ab_t, ab_prev))
    keep, lose = torch.sqrt(a), torch.sqrt(1 - a)
    clean = (x_t - lose * eps) / keep
    sd = eta * torch.sqrt((1 - a_prev) / (1 - a) * (1 - a / a_prev))
    toward = torch.sqrt(torch.clamp(1 - a_prev - sd * sd, min=0)) * eps
    moved = keep * clean + toward
    return moved if z is None or eta == 0 else moved + sd * z
