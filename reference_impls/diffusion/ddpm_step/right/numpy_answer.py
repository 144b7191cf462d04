import numpy as np


def ddpm_step(x_t, eps, t, betas, z):
    x_t, eps, betas = np.asarray(x_t), np.asarray(eps), np.asarray(betas)
    abar = np.prod(1 - betas[: t + 1])
    beta = betas[t]
    mean = (x_t - beta / np.sqrt(1 - abar) * eps) / np.sqrt(1 - beta)
    if t == 0:
        return mean
    return mean + np.sqrt(beta) * np.asarray(z)
