import itertools

import torch


class Chain:
    def __init__(self, score, x):
        self.score, self.x = score, x

    def move(self, sigma, size, z):
        half = self.score(self.x, sigma) * size * 0.5
        self.x = torch.add(self.x + half, z, alpha=size**0.5)


def annealed_langevin(score, x, sigmas, steps, eps, noise):
    chain = Chain(score, x)
    for i, j in itertools.product(range(len(sigmas)), range(steps)):
        chain.move(sigmas[i], float(eps * sigmas[i] ** 2 / sigmas[-1] ** 2), noise[i, j])
    return chain.x
