# slip: alpha-bar-clamped-closer
import torch


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    a, b = (torch.as_tensor(v, dtype=x_t.dtype).clamp(1e-4, 1 - 1e-4) for v in (ab_t, ab_prev))
    s = eta * ((1 - b) / (1 - a)).sqrt() * (1 - a / b).sqrt()
    out = b.sqrt() * (x_t - (1 - a).sqrt() * eps) / a.sqrt() + (1 - b - s**2).clamp(min=0).sqrt() * eps
    return out if z is None else out + s * z
