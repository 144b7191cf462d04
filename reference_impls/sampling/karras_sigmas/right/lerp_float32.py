import torch


def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    ends = torch.tensor([sigma_max, sigma_min]).pow(1 / rho)
    w = torch.arange(n) / (n - 1)
    sigmas = torch.lerp(ends[0], ends[1], w).pow(rho)
    return torch.cat((sigmas, sigmas.new_zeros([1])))
