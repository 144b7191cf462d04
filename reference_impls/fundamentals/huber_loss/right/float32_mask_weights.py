import torch


def huber_loss(pred, target, delta=1.0):
    r = pred.float() - target.float()
    m = (r.abs() <= delta).float()
    return (m * 0.5 * r.pow(2) + (1 - m) * delta * (r.abs() - 0.5 * delta)).sum() / r.numel()
