# slip: clamp-after-the-mean
import torch


def hinge_loss(scores, y):
    m = (1 - y * scores).mean()
    return torch.maximum(m, torch.zeros_like(m))
