import torch


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    ab_t, ab_prev = torch.tensor(float(ab_t), dtype=torch.float64), torch.tensor(float(ab_prev), dtype=torch.float64)
    s2 = eta ** 2 * (1 - ab_prev) * (ab_prev - ab_t) / ((1 - ab_t) * ab_prev)
    cx = (ab_prev / ab_t).sqrt()
    ce = (1 - ab_prev - s2).sqrt() - cx * (1 - ab_t).sqrt()
    out = cx.item() * x_t + ce.item() * eps
    return out + s2.sqrt().item() * z if eta else out
