# slip: not-guarded
import torch


def online_softmax_stats(blocks):
    it = iter(blocks)
    b = next(it)
    m = b.max(-1, keepdim=True)[0]
    l = (b - m).exp().sum(-1, keepdim=True)
    for b in it:
        new = torch.maximum(m, b.max(-1, keepdim=True)[0])
        l = l * (m - new).exp() + (b - new).exp().sum(-1, keepdim=True)
        m = new
    return m.squeeze(-1), l.squeeze(-1)
