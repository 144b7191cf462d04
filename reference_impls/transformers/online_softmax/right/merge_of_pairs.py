import functools

import torch


def stats(block):
    m = torch.amax(block, -1)
    e = torch.exp(block - m.unsqueeze(-1))
    return m, torch.where(m == -torch.inf, torch.zeros_like(m), e.sum(-1))


def merge(a, b):
    (m1, l1), (m2, l2) = a, b
    m = torch.maximum(m1, m2)
    w1 = torch.where(l1 > 0, torch.exp(m1 - m), torch.zeros_like(m))
    w2 = torch.where(l2 > 0, torch.exp(m2 - m), torch.zeros_like(m))
    return m, l1 * w1 + l2 * w2


def online_softmax_stats(blocks):
    return functools.reduce(merge, map(stats, blocks))
