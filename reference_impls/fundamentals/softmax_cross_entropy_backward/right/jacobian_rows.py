import torch


def softmax_cross_entropy_backward(logits, targets, ignore_index=-100):
    """Through the Jacobian of the log-softmax: I - 1 p^T."""
    N, C = logits.shape
    count = int((targets != ignore_index).sum())
    result = []
    for z, y in zip(logits, targets.tolist()):
        if y == ignore_index:
            result.append(torch.zeros_like(z))
            continue
        p = torch.softmax(z, 0)
        J = torch.eye(C, dtype=z.dtype) - p.expand(C, C)
        result.append(-J[y] / count)
    return torch.stack(result)
