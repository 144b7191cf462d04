import torch


def q_sample(x0, t, eps, alphas_bar):
    x0, eps, alphas_bar = x0.float(), eps.float(), alphas_bar.float()
    shape = [len(t)] + [1] * (x0.dim() - 1)
    mean = alphas_bar[t].pow(0.5).reshape(shape) * x0
    std = (1.0 - alphas_bar[t]).pow(0.5).reshape(shape)
    return mean + std.expand_as(eps) * eps
