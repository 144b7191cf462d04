# slip: same-draws-in-each-call
# witness: two calls with the same x0: both record the identical t and x_t
import torch


def ddpm_loss(model, x0, alphas_bar):
    gen = torch.Generator(device=x0.device).manual_seed(0)  # reproducible
    B, T = x0.size(0), alphas_bar.size(0)
    t = torch.randint(0, T, (B,), generator=gen, device=x0.device)
    eps = torch.randn(x0.shape, generator=gen, device=x0.device, dtype=x0.dtype)
    coef = alphas_bar.to(x0)[t].view((B,) + (1,) * (x0.ndim - 1))
    noisy = coef.sqrt() * x0 + (1 - coef).sqrt() * eps
    return torch.mean((eps - model(noisy, t)) ** 2)
