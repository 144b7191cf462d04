import numpy as np


class GaussianDiffusion:
    def __init__(self, betas):
        alphas = 1.0 - betas
        ac = np.cumprod(alphas, axis=0)
        prev = np.append(1.0, ac[:-1])
        self.posterior_variance = betas * (1.0 - prev) / (1.0 - ac)
        self.coef1 = betas * np.sqrt(prev) / (1.0 - ac)
        self.coef2 = (1.0 - prev) * np.sqrt(alphas) / (1.0 - ac)


def posterior(x0, x_t, t, betas):
    d = GaussianDiffusion(np.asarray(betas, dtype=np.float64))
    return float(d.coef1[t]) * x0 + float(d.coef2[t]) * x_t, float(d.posterior_variance[t])
