import torch


def hinge_loss(scores, y):
    losses = []
    for s, t in zip(scores.reshape(-1), y.reshape(-1)):
        losses.append(torch.maximum(torch.zeros_like(s), 1 - t * s))
    return torch.stack(losses).mean()
