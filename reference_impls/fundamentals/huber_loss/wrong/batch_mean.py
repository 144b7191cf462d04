# slip: mean-over-the-first-axis-alone
import torch


def huber_loss(pred, target, delta=1.0):
    a = (pred - target).abs()
    loss = torch.where(a <= delta, 0.5 * a * a, delta * (a - 0.5 * delta))
    return loss.reshape(len(loss), -1).sum(1).mean()
