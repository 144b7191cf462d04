# slip: unsafe-throughout
import torch


def merge_attention(outs, lses):
    w = lses.exp()
    s = w.sum(0)
    return (w[..., None] * outs).sum(0) / s[..., None], s.log()
