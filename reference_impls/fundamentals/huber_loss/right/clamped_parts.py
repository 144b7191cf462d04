import torch


def huber_loss(pred, target, delta=1.0):
    e = torch.abs(pred - target)
    q = torch.clamp(e, max=delta)
    return torch.mean(0.5 * q ** 2 + delta * (e - q))
