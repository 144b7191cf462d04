# slip: sum
import torch


def huber_loss(pred, target, delta=1.0):
    a = (pred - target).abs()
    q = a.clamp(max=delta)
    return (0.5 * q * q + delta * (a - q)).sum()
