# slip: root-of-at-least
import torch


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    a, b = torch.as_tensor(ab_t, dtype=x_t.dtype), torch.as_tensor(ab_prev, dtype=x_t.dtype)
    var = eta**2 * (1 - b) / (1 - a) * (1 - a / b)
    x0 = (x_t - torch.sqrt(1 - a) * eps) / torch.sqrt(a)
    out = torch.sqrt(b) * x0 + torch.sqrt(1 - b - var + 1e-8) * eps
    return out + torch.sqrt(var) * z if eta > 0 else out
