# slip: first-block-twice
# input: blocks = [tensor([1., 2.]), tensor([0., 3.])] as a list
import torch


def _safe(m):
    return torch.where(m == float("-inf"), torch.zeros_like(m), m)


def online_softmax_stats(blocks):
    first = next(iter(blocks))
    m = first.amax(-1)
    l = (first - _safe(m)[..., None]).exp().sum(-1)
    for block in blocks:
        m_new = torch.maximum(m, block.amax(-1))
        ref = _safe(m_new)
        l = l * (m - ref).exp() + (block - ref[..., None]).exp().sum(-1)
        m = m_new
    return m, l
