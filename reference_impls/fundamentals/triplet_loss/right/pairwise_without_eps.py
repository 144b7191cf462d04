import torch.nn.functional as F


def triplet_loss(a, p, n, margin=1.0):
    violation = F.pairwise_distance(a, p, eps=0.0) - F.pairwise_distance(a, n, eps=0.0) + margin
    return F.relu(violation).mean()
