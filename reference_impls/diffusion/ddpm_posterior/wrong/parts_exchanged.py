# slip: coefficients-exchanged
import torch
def posterior(x0, x_t, t, betas):
    alphas = 1 - betas
    abar = alphas.cumprod(0)
    prev = abar[t - 1] if t > 0 else torch.ones((), dtype=betas.dtype)
    c1 = prev.sqrt() * betas[t] / (1 - abar[t])
    c2 = alphas[t].sqrt() * (1 - prev) / (1 - abar[t])
    return c1 * x_t + c2 * x0, betas[t] * (1 - prev) / (1 - abar[t])
