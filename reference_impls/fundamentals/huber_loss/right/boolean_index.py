import torch


def huber_loss(pred, target, delta=1.0):
    diff = (target - pred).reshape(-1)
    inside = diff.abs() < delta
    small, large = diff[inside], diff[~inside]
    total = (small * small).sum() / 2 + (delta * large.abs() - delta ** 2 / 2).sum()
    return total / diff.numel()
