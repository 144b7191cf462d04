# problem: bootstrap-ci
# expect: invalid
# says: Your code also needs seed
import torch


def paired_interval(ours, theirs, *, draws, seed):
    gap = (ours - theirs).double()
    g = torch.Generator().manual_seed(seed)
    rows = torch.randint(len(gap), (draws, len(gap)), generator=g)
    means = gap[rows].mean(dim=1)
    low, high = torch.quantile(means, torch.tensor([0.025, 0.975], dtype=torch.float64))
    return float(gap.mean()), float(low), float(high)
