# slip: means-of-the-two-parts-added
import torch


def huber_loss(pred, target, delta=1.0):
    a = (pred - target).abs()
    inside, outside = a[a <= delta], a[a > delta]
    loss = 0.0
    if inside.numel():
        loss = loss + (0.5 * inside ** 2).mean()
    if outside.numel():
        loss = loss + (delta * (outside - 0.5 * delta)).mean()
    return loss
