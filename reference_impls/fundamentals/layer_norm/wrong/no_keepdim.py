# slip: axis-lost
import torch


def layer_norm(x, gamma, beta, eps=1e-5):
    mean = torch.mean(x, -1)
    var = torch.var(x, -1, unbiased=False)
    return (x - mean) / torch.sqrt(var + eps) * gamma + beta
