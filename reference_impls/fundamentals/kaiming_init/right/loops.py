import random


def kaiming_normal(n_out, n_in):
    import torch

    std = (2 / n_in) ** 0.5
    return torch.tensor([[random.gauss(0, std) for _ in range(n_in)] for _ in range(n_out)])
