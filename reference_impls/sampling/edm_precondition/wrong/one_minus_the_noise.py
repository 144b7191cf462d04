# slip: skip-by-subtraction
import torch


def edm_precondition(sigma, sigma_data=0.5):
    s = sigma.float()
    v = s * s + sigma_data ** 2
    c_skip = 1 - s * s / v
    c_out = torch.sqrt(v * c_skip * (1 - c_skip))
    return c_skip, c_out, v.rsqrt(), s.log() / 4
