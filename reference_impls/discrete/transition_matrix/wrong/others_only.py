# slip: resampled-to-another-state
import torch


def transition_matrix(kind, k, beta):
    if kind == "uniform":
        Q = torch.full((k, k), beta / (k - 1))
        return Q.fill_diagonal_(1 - beta)
    if kind == "absorbing":
        Q = (1 - beta) * torch.eye(k)
        Q[:, -1] += beta
        return Q
    raise ValueError
