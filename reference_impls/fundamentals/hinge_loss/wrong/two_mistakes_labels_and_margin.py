# slip: none
import torch


def hinge_loss(scores, y):
    return torch.relu(-(2 * y - 1) * scores).mean()
