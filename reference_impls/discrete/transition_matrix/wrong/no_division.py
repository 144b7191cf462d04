# slip: beta-to-every-state
import torch


def transition_matrix(kind, k, beta):
    if kind == "uniform":
        return (1 - beta) * torch.eye(k) + beta * torch.ones(k, k)
    if kind == "absorbing":
        Q = (1 - beta) * torch.eye(k)
        Q[:, -1] += beta
        return Q
    raise ValueError
