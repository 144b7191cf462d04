# slip: twice-the-half
import torch.nn.functional as F


def causal_conv3d(x, weight, bias=None):
    """Right for an odd number of taps only."""
    kt, kh, kw = weight.shape[2:]
    x = F.pad(x, (kw // 2, kw // 2, kh // 2, kh // 2, 2 * (kt // 2), 0))
    return F.conv3d(x, weight, bias)
