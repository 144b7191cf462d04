# slip: one-more-state
import torch


def transition_matrix(kind, k, beta):
    if kind == "uniform":
        return (1 - beta) * torch.eye(k) + beta / k
    if kind == "absorbing":
        Q = (1 - beta) * torch.eye(k + 1)
        Q[:, k] += beta
        return Q
    raise ValueError
