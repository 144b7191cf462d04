# slip: none
import torch.nn.functional as F


def softmax_cross_entropy_backward(logits, targets, ignore_index=-100):
    z = logits.detach().requires_grad_()
    F.cross_entropy(z, targets, ignore_index=ignore_index).backward()
    return z.grad
