import torch


def edm_precondition(sigma, sigma_data=0.5):
    c_in = torch.rsqrt(sigma.square() + sigma_data * sigma_data)
    ratio = sigma_data * c_in
    return [ratio * ratio, sigma * ratio, c_in, 0.25 * torch.log(sigma)]
