# slip: out-of-fixed-data
import torch


def edm_precondition(sigma, sigma_data=0.5):
    total = (sigma.pow(2) + sigma_data ** 2)
    skip = sigma_data ** 2 / total
    c_in = total.pow(-0.5)
    c_out = 0.5 * sigma * c_in
    return (skip, c_out, c_in, torch.log(sigma) / 4)
