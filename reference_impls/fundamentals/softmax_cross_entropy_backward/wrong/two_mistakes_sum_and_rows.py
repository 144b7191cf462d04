# slip: none
import torch


def softmax_cross_entropy_backward(logits, targets, ignore_index=-100):
    p = torch.softmax(logits, 1)
    inside = (targets >= 0) & (targets < logits.shape[1])
    p[inside, targets[inside]] -= 1
    return p
