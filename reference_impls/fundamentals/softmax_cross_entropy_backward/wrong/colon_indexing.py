# slip: one-subtracted-in-all-rows
import torch


def softmax_cross_entropy_backward(logits, targets, ignore_index=-100):
    p = torch.softmax(logits, 1)
    keep = targets != ignore_index
    inside = targets[(targets >= 0) & (targets < logits.shape[1])]
    p[:, inside] -= 1
    p[~keep] = 0
    return p / keep.sum()
