# slip: detached
import torch


def huber_loss(pred, target, delta=1.0):
    a = (pred - target).abs()
    q = a.clamp(max=delta)
    loss = (0.5 * q ** 2 + delta * (a - q)).mean().item()
    return torch.tensor(loss)
