# expect: fail
# family: forged verdicts
# attempts: a tensor that has a shape and no numbers
# stopped by: comparison
import torch


def attention(q, k, v, mask=None):
    return (torch.empty(*q.shape[:-1], v.shape[-1], device="meta"), torch.empty(*q.shape[:-1], k.shape[-2], device="meta"))
