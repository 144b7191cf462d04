# slip: none
import torch
import torch.nn.functional as F


def causal_conv3d(x, weight, bias=None):
    """the first frame uses its last tap only, later frames are not padded"""
    kt, kh, kw = weight.shape[2:]
    first = F.conv3d(x[:, :, :1], weight[:, :, -1:], bias, padding=(0, kh // 2, kw // 2))
    rest = (
        F.conv3d(F.pad(x, (0, 0, 0, 0, kt - 2, 0)), weight, bias, padding=(0, kh // 2, kw // 2))
        if kt > 1
        else F.conv3d(x[:, :, 1:], weight, bias, padding=(0, kh // 2, kw // 2))
    )
    return torch.cat([first, rest], 2)
