# slip: interleaved
import torch


def group_norm(x, groups, gamma, beta, eps=1e-5):
    y = torch.empty_like(x)
    for k in range(groups):
        part = x[:, k::groups]
        var, mean = torch.var_mean(part, dim=(1, 2, 3), keepdim=True, unbiased=False)
        y[:, k::groups] = (part - mean) / (var + eps).sqrt()
    return gamma.view(1, -1, 1, 1) * y + beta.view(1, -1, 1, 1)
