# slip: pseudo-huber
import torch


def huber_loss(pred, target, delta=1.0):
    z = (pred - target) / delta
    return (delta ** 2 * (torch.sqrt(1 + z ** 2) - 1)).mean()
