# slip: noised-anew-with-z
import torch


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    """Back to x0, then the forward process to ab_prev."""
    ab_t, ab_prev = torch.as_tensor(ab_t), torch.as_tensor(ab_prev)
    x0 = (x_t - (1 - ab_t).sqrt() * eps) / ab_t.sqrt()
    noise = z if eta > 0 else eps
    return ab_prev.sqrt() * x0 + (1 - ab_prev).sqrt() * noise
