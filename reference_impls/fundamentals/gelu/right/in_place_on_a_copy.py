import torch


def gelu(x):
    y = x.clone()
    y = y.div(2.0**0.5).erf_().add_(1.0).mul_(0.5)
    return y * x
