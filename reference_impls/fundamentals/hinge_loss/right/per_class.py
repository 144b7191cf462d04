import torch


def hinge_loss(scores, y):
    pos, neg = scores[y > 0], scores[y < 0]
    total = torch.relu(1 - pos).sum() + torch.relu(1 + neg).sum()
    return total / y.numel()
