# problem: softmax-cross-entropy-backward
# expect: fail
# says: Line 11 has `keep_mask[:, None]`. With `(~keep_mask)[:, None]` there, your code passes every check.
import torch


def cross_entropy_backward(logits, targets, ignore_index=-100):
    keep_mask = targets != ignore_index
    slope = logits.softmax(dim=-1)
    slope[torch.arange(len(targets)), targets * keep_mask] -= 1
    return slope.masked_fill(keep_mask[:, None], 0) / keep_mask.sum()
