# slip: affine-along-the-columns
import torch


def group_norm(x, groups, gamma, beta, eps=1e-5):
    g = x.reshape(x.shape[0], groups, -1)
    var, mean = torch.var_mean(g, dim=-1, keepdim=True, unbiased=False)
    y = ((g - mean) / (var + eps).sqrt()).reshape(x.shape)
    return y * gamma + beta
