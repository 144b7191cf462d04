import torch


import statistics
def grpo_advantages(rewards, eps=1e-6):
    def one(g):
        if len(g) < 2 or len(set(g)) == 1:
            return [0.0] * len(g)
        m, s = statistics.fmean(g), statistics.stdev(g)
        return [(r - m) / (s + eps) for r in g]
    l = rewards.tolist()
    out = one(l) if rewards.dim() == 1 else [one(g) for g in l]
    return torch.tensor(out, dtype=rewards.dtype)
