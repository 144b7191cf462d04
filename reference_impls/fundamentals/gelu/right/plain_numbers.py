import math

import torch


def gelu(x):
    flat = [v * (1.0 + math.erf(v / math.sqrt(2.0))) / 2.0 for v in x.reshape(-1).tolist()]
    return torch.tensor(flat, dtype=x.dtype).reshape(x.shape)
