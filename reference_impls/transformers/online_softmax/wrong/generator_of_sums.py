# slip: reads-twice-from-a-number
import torch
from functools import reduce


def online_softmax_stats(blocks):
    m = reduce(torch.maximum, (b.max(-1)[0] for b in blocks))
    return m, sum((b - m[..., None]).exp().sum(-1) for b in blocks)
