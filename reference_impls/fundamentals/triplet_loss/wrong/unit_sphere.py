# slip: embeddings-normalised
import torch
import torch.nn.functional as F


def triplet_loss(a, p, n, margin=1.0):
    a, p, n = F.normalize(a, dim=-1), F.normalize(p, dim=-1), F.normalize(n, dim=-1)
    return F.relu((a - p).norm(dim=-1) - (a - n).norm(dim=-1) + margin).mean()
