# slip: eps-in-the-difference
import torch.nn.functional as F


def triplet_loss(a, p, n, margin=1.0):
    return F.relu(F.pairwise_distance(a, p) - F.pairwise_distance(a, n) + margin).mean()
