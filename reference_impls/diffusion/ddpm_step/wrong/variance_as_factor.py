# slip: noise-not-rooted
import numpy as np


def ddpm_step(x_t, eps, t, betas, z):
    x_t, eps, betas = np.asarray(x_t), np.asarray(eps), np.asarray(betas)
    ab = np.cumprod(1 - betas)[t]
    mean = (x_t - betas[t] / np.sqrt(1 - ab) * eps) / np.sqrt(1 - betas[t])
    return mean if t == 0 else mean + betas[t] * np.asarray(z)
