# slip: beta-exchanged-for-uniform
import torch
def transition_matrix(kind, k, beta):
    if kind == 'uniform':
        return beta * torch.eye(k) + (1 - beta) * torch.ones(k, k) / k
    elif kind == 'absorbing':
        Q = (1 - beta) * torch.eye(k)
        Q[:, -1] += beta
        return Q
    raise ValueError(f'unknown kind {kind}')
