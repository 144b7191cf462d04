# slip: sign-in-the-line
import torch


def huber_loss(pred, target, delta=1.0):
    error = pred - target
    return torch.where(error.abs() <= delta, error.square() / 2, delta * (error - delta / 2)).mean()
