# slip: none
import torch


def transition_matrix(kind, k, beta):
    if kind == "uniform":
        return torch.full((k, k), beta / (k - 1)).fill_diagonal_(1 - beta)
    if kind == "absorbing":
        Q = (1 - beta) * torch.eye(k)
        Q[:, 0] += beta
        return Q
    raise ValueError
