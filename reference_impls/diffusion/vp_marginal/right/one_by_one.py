import math
import torch


def vp_marginal(t, beta_min=0.1, beta_max=20.0):
    alphas, sigmas = [], []
    for s in t.reshape(-1).tolist():
        a = math.exp(-0.25 * s * s * (beta_max - beta_min) - 0.5 * s * beta_min)
        alphas.append(a)
        sigmas.append(math.sqrt(1 - a * a))
    return [torch.tensor(v, dtype=t.dtype).reshape(t.shape) for v in (alphas, sigmas)]
