# slip: smooth-l1
import torch


def huber_loss(pred, target, delta=1.0):
    d = torch.abs(pred - target)
    return torch.where(d < delta, 0.5 * d * d / delta, d - 0.5 * delta).mean()
