# slip: none
import torch


def hinge_loss(scores, y):
    return torch.relu(1 - y * scores).pow(2).sum()
