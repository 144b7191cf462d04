# slip: none
import torch


def annealed_langevin(score, x, sigmas, steps, eps, noise):
    for s in sigmas:
        a = eps * (s / sigmas[-1]) ** 2
        for _ in range(steps):
            x = x + a / 2 * score(x, s) + a**0.5 * torch.randn_like(x)
    return x
