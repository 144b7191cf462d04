# slip: none
import torch.nn.functional as F


def triplet_loss(a, p, n, margin=1.0):
    return F.triplet_margin_loss(a, p, n, margin=margin, eps=0)
