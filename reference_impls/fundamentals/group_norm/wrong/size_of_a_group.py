# slip: groups-as-size
import torch


def group_norm(x, groups, gamma, beta, eps=1e-5):
    n, c, h, w = x.shape
    g = x.reshape(n, -1, groups * h * w)
    var, mean = torch.var_mean(g, dim=-1, keepdim=True, unbiased=False)
    y = ((g - mean) / (var + eps).sqrt()).reshape(n, c, h, w)
    return gamma.view(1, -1, 1, 1) * y + beta.view(1, -1, 1, 1)
