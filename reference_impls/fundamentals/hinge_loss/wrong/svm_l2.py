# slip: squared
import torch


def hinge_loss(scores, y):
    return (torch.relu(1 - y * scores) ** 2).mean()
