# slip: exchanged
import torch


def triplet_loss(a, p, n, margin=1.0):
    d_pos, d_neg = torch.norm(a - p, dim=-1), torch.norm(a - n, dim=-1)
    return torch.relu(d_neg - d_pos + margin).mean()
