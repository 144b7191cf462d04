# slip: two-empty-sets-merged
import torch


def merge_attention(outs, lses):
    o, l = outs[0], lses[0]
    for a, b in zip(outs[1:], lses[1:]):
        m = torch.maximum(l, b)
        s = (l - m).exp() + (b - m).exp()
        o = (((l - m).exp())[..., None] * o + ((b - m).exp())[..., None] * a) / s[..., None]
        l = m + s.log()
    return o, l
