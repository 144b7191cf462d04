import torch


def logit_normal_time(n, mean=0.0, std=1.0):
    base = torch.distributions.Normal(float(mean), float(std))
    return 1 / (1 + torch.exp(-base.sample((n,))))
