# slip: clipped-error-squared
import torch


def huber_loss(pred, target, delta=1.0):
    e = torch.clamp(pred - target, -delta, delta)
    return 0.5 * (e ** 2).mean()
