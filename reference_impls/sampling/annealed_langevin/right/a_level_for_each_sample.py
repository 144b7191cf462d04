import torch


def annealed_langevin(score, x, sigmas, steps, eps, noise):
    for i in range(len(sigmas)):
        level = torch.full((x.shape[0],), float(sigmas[i]), dtype=x.dtype)
        root = eps**0.5 * float(sigmas[i] / sigmas[-1])
        for j in range(steps):
            x = x + root * (root / 2 * score(x, level) + noise[i, j])
    return x
