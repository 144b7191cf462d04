# slip: variance-clipped
import torch
def posterior(x0, x_t, t, betas):
    alphas = 1 - betas
    abar = alphas.cumprod(0)
    prev = torch.cat([torch.ones(1, dtype=betas.dtype), abar[:-1]])
    var = betas * (1 - prev) / (1 - abar)
    if len(var) > 1:
        var = torch.cat([var[1:2], var[1:]])
    c1 = prev[t].sqrt() * betas[t] / (1 - abar[t])
    c2 = alphas[t].sqrt() * (1 - prev[t]) / (1 - abar[t])
    return c1 * x0 + c2 * x_t, var[t]
