# slip: not-quantized
import torch.nn.functional as F


def int8_linear(x, weight, bias=None):
    return F.linear(x, weight, bias)
