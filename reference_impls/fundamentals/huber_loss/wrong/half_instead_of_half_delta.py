# slip: half-outside-the-brackets
import torch


def huber_loss(pred, target, delta=1.0):
    a = (target - pred).abs()
    return torch.where(a > delta, delta * (a - 0.5), 0.5 * a.square()).mean()
