# problem: softmax-cross-entropy-backward
import torch


def cross_entropy_backward(logits, labels, mask):
    slope = logits.softmax(dim=-1)
    slope[torch.arange(len(labels)), labels] -= 1
    return slope * mask[:, None] / mask.sum()
