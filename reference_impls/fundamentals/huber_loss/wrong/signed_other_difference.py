# slip: sign-of-the-other-difference
import torch


def huber_loss(pred, target, delta=1.0):
    r = target - pred
    quad = r ** 2 / 2
    lin = delta * r.abs() - delta ** 2 / 2
    mask = r <= delta
    return (quad * mask + lin * ~mask).mean()
