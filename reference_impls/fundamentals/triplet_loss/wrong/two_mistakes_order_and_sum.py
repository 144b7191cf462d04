# slip: exchanged
import torch


def triplet_loss(a, p, n, margin=1.0):
    dp = torch.norm(a - p, dim=-1)
    dn = torch.norm(a - n, dim=-1)
    return torch.relu(dn - dp + margin).sum()
