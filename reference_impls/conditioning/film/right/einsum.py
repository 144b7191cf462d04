import torch


def film(x, gamma, beta):
    return torch.einsum("bc,bchw->bchw", gamma, x) + beta.view(*beta.shape, 1, 1)
