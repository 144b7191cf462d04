# slip: no-half-in-the-parabola
import torch


def huber_loss(pred, target, delta=1.0):
    err = pred - target
    loss = err.clone()
    mask = err.abs() <= delta
    loss[mask] = err[mask] ** 2
    loss[~mask] = delta * (err[~mask].abs() - 0.5 * delta)
    return loss.mean()
