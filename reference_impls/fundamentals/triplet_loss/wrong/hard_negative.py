# slip: hardest-negative
import torch


def triplet_loss(a, p, n, margin=1.0):
    pos = torch.linalg.vector_norm(a - p, dim=-1)
    neg = torch.cdist(a, n).amin(-1)
    return torch.relu(pos - neg + margin).mean()
