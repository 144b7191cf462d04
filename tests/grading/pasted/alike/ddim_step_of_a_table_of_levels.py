# problem: ddim-step
# says: your t and t_prev are indices of a schedule that holds the levels that the problem gives
import torch


def ddim_update(x, t, t_prev, eps_hat, alphas_cumprod, eta=0.0, noise=None):
    now = alphas_cumprod[t]
    before = alphas_cumprod[t_prev] if t_prev >= 0 else torch.ones(())
    x0_hat = (x - torch.sqrt(1 - now) * eps_hat) / torch.sqrt(now)
    spread = eta * torch.sqrt((1 - before) / (1 - now) * (1 - now / before))
    out = torch.sqrt(before) * x0_hat + torch.sqrt(1 - before - spread**2) * eps_hat
    return out if noise is None else out + spread * noise
