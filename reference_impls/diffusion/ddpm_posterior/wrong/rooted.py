# slip: x0-divided-by-the-root
import torch
def posterior(x0, x_t, t, betas):
    alphas = 1 - betas
    abars = torch.cumprod(alphas, dim=0)
    abar = abars[t]
    prev = abars[t - 1] if t > 0 else torch.ones_like(abar)
    c0 = prev.sqrt() * betas[t] / (1 - abar).sqrt()
    ct = alphas[t].sqrt() * (1 - prev) / (1 - abar)
    variance = (1 - prev) / (1 - abar) * betas[t]
    return c0 * x0 + ct * x_t, variance
