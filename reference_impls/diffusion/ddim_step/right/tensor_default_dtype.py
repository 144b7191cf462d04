import torch
def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    if not torch.is_tensor(ab_t): ab_t = torch.tensor(ab_t)
    if not torch.is_tensor(ab_prev): ab_prev = torch.tensor(ab_prev)
    x0_hat = (x_t - (1 - ab_t).sqrt() * eps) / ab_t.sqrt()
    sigma_t = eta * ((1 - ab_prev) / (1 - ab_t) * (1 - ab_t / ab_prev)).sqrt()
    out = ab_prev.sqrt() * x0_hat + (1 - ab_prev - sigma_t ** 2).sqrt() * eps
    if z is not None:
        out += sigma_t * z
    return out
