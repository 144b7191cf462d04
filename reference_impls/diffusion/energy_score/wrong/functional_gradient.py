# slip: graph-of-the-parameters
import torch
from torch.func import grad


def score_from_energy(energy, x):
    return -grad(lambda z: energy(z).sum())(x.detach())
