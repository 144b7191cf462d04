# slip: swish
import torch.nn.functional as F


def gelu(x):
    return F.silu(x)
