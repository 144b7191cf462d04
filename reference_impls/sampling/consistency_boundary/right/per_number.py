import math

import torch


def both(s, sd, low):
    return sd * sd / ((s - low) * (s - low) + sd * sd), sd * (s - low) / math.sqrt(sd * sd + s * s)


def consistency_scalings(sigma, sigma_data=0.5, sigma_min=0.002):
    pairs = [both(s, sigma_data, sigma_min) for s in sigma.flatten().tolist()]
    skip, out = zip(*pairs)
    return [torch.tensor(v, dtype=sigma.dtype).reshape(sigma.shape) for v in (skip, out)]
