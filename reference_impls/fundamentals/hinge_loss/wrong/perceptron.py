# slip: perceptron
import torch


def hinge_loss(scores, y):
    return torch.relu(-y * scores).mean()
