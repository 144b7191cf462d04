
import torch
import torch.nn as nn
import torch.nn.functional as F


def layer_norm(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    avg = torch.full((D, D), 1.0 / D)
    c = x - x @ avg
    var = (c ** 2) @ avg
    return c / torch.sqrt(var + eps) * gamma + beta
