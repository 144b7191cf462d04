import torch


def softmax_cross_entropy_backward(logits, targets, ignore_index=-100):
    N = logits.shape[0]
    grad = torch.softmax(logits, dim=1)
    valid = targets != ignore_index
    rows = torch.arange(N)[valid]
    grad[rows, targets[valid]] -= 1
    grad[~valid] = 0
    return grad / valid.sum()
