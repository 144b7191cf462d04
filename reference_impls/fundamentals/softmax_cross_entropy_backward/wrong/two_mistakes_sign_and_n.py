# slip: none
import torch
import torch.nn.functional as F


def softmax_cross_entropy_backward(logits, targets, ignore_index=-100):
    keep = targets != ignore_index
    y = F.one_hot(targets.where(keep, 0), logits.shape[1])
    return (y - torch.softmax(logits, 1)) * keep[:, None] / len(targets)
