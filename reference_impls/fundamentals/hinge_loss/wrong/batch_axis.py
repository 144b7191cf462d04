# slip: mean-over-the-first-axis
import torch


def hinge_loss(scores, y):
    n = scores.shape[0]
    return torch.clamp(1 - scores * y, min=0).sum() / n
