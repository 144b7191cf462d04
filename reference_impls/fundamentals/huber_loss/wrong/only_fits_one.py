# slip: slope-one-and-a-half-subtracted
import torch


def huber_loss(pred, target, delta=1.0):
    a = torch.abs(pred - target)
    return torch.mean(torch.where(a <= delta, 0.5 * a ** 2, a - 0.5))
