# slip: unknown-accepted
import torch


def transition_matrix(kind, k, beta):
    if kind == "uniform":
        return (1 - beta) * torch.eye(k) + beta * torch.ones(k, k) / k
    if kind == "absorbing":
        Q = (1 - beta) * torch.eye(k)
        Q[:, -1] += beta
        return Q
