# slip: one-put-in-front
import torch


def q_sample(x0, t, eps, alphas_bar):
    padded = torch.cat([torch.ones(1, dtype=alphas_bar.dtype), alphas_bar])
    a = padded[t].reshape((len(t),) + (1,) * (x0.ndim - 1))
    return a.sqrt() * x0 + (1 - a).sqrt() * eps
