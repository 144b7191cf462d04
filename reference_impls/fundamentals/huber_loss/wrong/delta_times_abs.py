# slip: nothing-subtracted-in-the-line
import torch
def huber_loss(pred, target, delta=1.0):
    e = (pred - target).abs()
    return torch.where(e < delta, e.pow(2) / 2, delta * e).mean()
