import torch.nn.functional as F


def posterior(x0, x_t, t, betas):
    alphas = 1 - betas
    bar = F.pad(alphas.cumprod(0), (1, 0), value=1.0)
    tilde = betas[t] * (1 - bar[t]) / (1 - bar[t + 1])
    c0 = bar[t] ** 0.5 * betas[t] / (1 - bar[t + 1])
    ct = alphas[t] ** 0.5 * (1 - bar[t]) / (1 - bar[t + 1])
    return c0 * x0 + ct * x_t, tilde
