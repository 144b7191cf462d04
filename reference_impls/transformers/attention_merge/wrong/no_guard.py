# slip: none
import torch


def merge_attention(outs, lses):
    out, lse = outs[0], lses[0]
    for o, l in zip(outs[1:], lses[1:]):
        new = torch.logaddexp(lse, l)
        out = (lse - new).exp()[..., None] * out + (l - new).exp()[..., None] * o
        lse = new
    return out, lse
