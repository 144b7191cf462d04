# slip: none
import torch


def merge_attention(outs, lses):
    w = torch.exp2(lses - lses.max(0).values)
    return (w[..., None] * outs).sum(0) / w.sum(0)[..., None], w.sum(0).log2() + lses.max(0).values
