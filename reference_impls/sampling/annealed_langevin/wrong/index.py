# slip: index-for-the-network
import torch


def annealed_langevin(score, x, sigmas, steps, eps, noise):
    for i in range(len(sigmas)):
        a = eps * (sigmas[i] / sigmas[-1]) ** 2
        for j in range(steps):
            x = x + a / 2 * score(x, torch.as_tensor(i)) + a**0.5 * noise[i, j]
    return x
