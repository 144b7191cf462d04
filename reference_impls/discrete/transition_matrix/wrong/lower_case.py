# slip: case-ignored
import torch
def transition_matrix(kind, k, beta):
    kind = kind.lower()
    if kind == 'uniform':
        return (1 - beta) * torch.eye(k) + beta * torch.ones(k, k) / k
    elif kind == 'absorbing':
        Q = (1 - beta) * torch.eye(k)
        Q[:, -1] += beta
        return Q
    raise ValueError(f'unknown kind {kind}')
