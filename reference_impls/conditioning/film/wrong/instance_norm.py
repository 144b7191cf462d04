# slip: normalized-first
import torch
from torch import nn


def film(x, gamma, beta):
    y = torch.nn.functional.instance_norm(x) if x.shape[2] * x.shape[3] > 1 else x * 0
    return y * gamma[..., None, None] + beta[..., None, None]
