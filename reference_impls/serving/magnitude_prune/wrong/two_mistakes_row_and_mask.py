# slip: none
import torch


def magnitude_prune(weight, fraction):
    w = weight.reshape(weight.shape[0], -1)
    mask = torch.ones_like(w)
    mask.scatter_(1, w.abs().argsort(1)[:, : int(fraction * w.shape[1])], 0)
    return mask.reshape(weight.shape)
