# slip: none
import math

import torch


def gelu(x):
    return torch.tensor([v * 0.5 * (1 + math.erf(v)) for v in x.flatten().tolist()]).reshape(x.shape)
