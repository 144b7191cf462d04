import math

import torch


def q_sample(x0, t, eps, alphas_bar):
    noisy = x0.clone()
    for i, step in enumerate(t.tolist()):
        level = alphas_bar[step].item()
        noisy[i] *= math.sqrt(level)
        noisy[i] += math.sqrt(max(0.0, 1.0 - level)) * eps[i]
    return noisy
