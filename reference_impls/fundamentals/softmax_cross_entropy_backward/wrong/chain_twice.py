# slip: softmax-applied-twice
import torch
import torch.nn.functional as F


def softmax_cross_entropy_backward(logits, targets, ignore_index=-100):
    keep = targets != ignore_index
    p = torch.softmax(logits, 1)
    g = p - F.one_hot(targets.where(keep, 0), logits.shape[1])
    dz = p * (g - (p * g).sum(1, keepdim=True))
    return dz * keep[:, None] / keep.sum()
