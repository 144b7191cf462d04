import math

import torch


def one(s, d):
    total = s * s + d * d
    return d * d / total, s * d / math.sqrt(total), total**-0.5, math.log(s) / 4


def edm_precondition(sigma, sigma_data=0.5):
    table = torch.tensor([one(float(s), sigma_data) for s in sigma.flatten()], dtype=sigma.dtype)
    return tuple(column.reshape(sigma.shape) for column in table.T)
