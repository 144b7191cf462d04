# problem: softmax-cross-entropy-backward
# expect: fail
# says: Line 11 has `~ignored[:, None]`. With `ignored[:, None]` there, your code passes every check.
import torch


def cross_entropy_backward(logits, targets, ignore_index=-100):
    ignored = targets == ignore_index
    slope = logits.softmax(dim=-1)
    slope[torch.arange(len(targets)), targets.masked_fill(ignored, 0)] -= 1
    return slope.masked_fill(~ignored[:, None], 0) / (~ignored).sum()
