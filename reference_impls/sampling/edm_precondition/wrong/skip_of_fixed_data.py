# slip: skip-of-fixed-data
import torch


def edm_precondition(sigma, sigma_data=0.5):
    c_skip = 0.25 / (sigma ** 2 + 0.25)
    root = (sigma ** 2 + sigma_data ** 2) ** 0.5
    c_out = (sigma * sigma_data) / root
    c_in = root ** -1
    c_noise = 0.25 * torch.log(sigma)
    return (c_skip, c_out, c_in, c_noise)
