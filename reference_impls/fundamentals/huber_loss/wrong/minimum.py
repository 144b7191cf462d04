# slip: smaller-of-both
import torch
def huber_loss(pred, target, delta=1.0):
    e = (pred - target).abs()
    return torch.minimum(0.5 * e * e, delta * e).mean()
