# slip: half-outside-the-brackets
import torch


def huber_loss(pred, target, delta=1.0):
    a = torch.abs(pred - target)
    quad = 0.5 * a ** 2
    lin = delta * a - 0.5 * delta
    return (quad * (a <= delta) + lin * (a > delta)).mean()
