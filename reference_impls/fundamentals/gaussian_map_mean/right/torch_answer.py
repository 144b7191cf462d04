import torch


def gaussian_map_mean(x, sigma2, mu0, tau2):
    x = torch.as_tensor(x)
    num = tau2 * x.sum() + sigma2 * mu0
    return (num / (tau2 * x.numel() + sigma2)).item()
