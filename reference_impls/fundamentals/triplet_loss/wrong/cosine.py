# slip: cosine-distances
import torch
import torch.nn.functional as F


def triplet_loss(a, p, n, margin=1.0):
    pos, neg = F.cosine_similarity(a, p, dim=-1), F.cosine_similarity(a, n, dim=-1)
    return F.relu((1 - pos) - (1 - neg) + margin).mean()
