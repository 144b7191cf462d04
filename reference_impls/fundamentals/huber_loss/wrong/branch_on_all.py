# slip: one-decision-for-all
import torch


def huber_loss(pred, target, delta=1.0):
    a = (pred - target).abs()
    if torch.all(a <= delta):
        return (0.5 * a ** 2).mean()
    return (delta * (a - 0.5 * delta)).mean()
