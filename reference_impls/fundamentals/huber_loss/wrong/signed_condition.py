# slip: sign-in-the-condition
import torch


def huber_loss(pred, target, delta=1.0):
    error = pred - target
    is_small = error <= delta
    return torch.where(is_small, error.square() / 2, delta * error.abs() - delta ** 2 / 2).mean()
