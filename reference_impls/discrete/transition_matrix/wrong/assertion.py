# slip: none
import torch


def transition_matrix(kind, k, beta):
    assert kind in ("uniform", "absorbing")
    Q = (1 - beta) * torch.eye(k)
    if kind == "uniform":
        return Q + beta / k
    Q[:, -1] += beta
    return Q
