import torch


def triplet_loss(a, p, n, margin=1.0):
    d_ap = torch.linalg.vector_norm(a - p, dim=-1)
    d_an = torch.linalg.vector_norm(a - n, dim=-1)
    return torch.relu(d_ap - d_an + margin).mean()
