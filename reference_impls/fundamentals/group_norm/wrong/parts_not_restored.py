# slip: groups-not-merged
import torch


def group_norm(x, groups, gamma, beta, eps=1e-5):
    n, c, h, w = x.shape
    g = x.reshape(n, groups, c // groups, h, w)
    var, mean = torch.var_mean(g, dim=(2, 3, 4), keepdim=True, unbiased=False)
    y = (g - mean) / (var + eps).sqrt()
    shape = (groups, c // groups, 1, 1)
    return y * gamma.view(shape) + beta.view(shape)
