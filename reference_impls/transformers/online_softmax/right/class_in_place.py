import math
import torch


class Stats:
    def __init__(self):
        self.m, self.l = None, None

    def update(self, s):
        if self.m is None:
            self.m = s.new_full(s.shape[:-1], -math.inf)
            self.l = s.new_zeros(s.shape[:-1])
        old = self.m.clone()
        self.m.copy_(torch.maximum(old, s.amax(-1)))
        seen = self.m > -math.inf
        factor = torch.exp(old - self.m).masked_fill(~seen, 0.0)
        self.l.mul_(factor).add_(torch.exp(s - self.m[..., None]).masked_fill(~seen[..., None], 0.0).sum(-1))


def online_softmax_stats(blocks):
    stats = Stats()
    for block in blocks:
        stats.update(block)
    return stats.m, stats.l
