# slip: no-maximum
import torch


def softmax_cross_entropy_backward(logits, targets, ignore_index=-100):
    e = torch.exp(logits)
    p = e / e.sum(1, keepdim=True)
    keep = targets != ignore_index
    p[keep, targets[keep]] -= 1
    p[~keep] = 0
    return p / keep.sum()
