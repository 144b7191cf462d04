# slip: labels-from-zero
import torch


def hinge_loss(scores, y):
    signs = 2 * y - 1
    return torch.relu(1 - signs * scores).mean()
