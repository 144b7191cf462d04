# slip: mask-loses-in-its-corner
import torch


def transition_matrix(kind, k, beta):
    Q = (1 - beta) * torch.eye(k)
    if kind == "uniform":
        return Q + beta / k
    if kind == "absorbing":
        Q[:, -1] = beta
        return Q
    raise ValueError
