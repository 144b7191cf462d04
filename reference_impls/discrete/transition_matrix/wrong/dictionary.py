# slip: key-error
import torch


def transition_matrix(kind, k, beta):
    Q = (1 - beta) * torch.eye(k)
    A = Q.clone()
    A[:, -1] += beta
    return {"uniform": Q + beta / k, "absorbing": A}[kind]
