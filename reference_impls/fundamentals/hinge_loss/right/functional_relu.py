import torch.nn.functional as F


def hinge_loss(scores, y):
    return F.relu(1.0 - y * scores).mean()
