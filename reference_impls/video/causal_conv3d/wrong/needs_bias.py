# slip: none
import torch.nn.functional as F


def causal_conv3d(x, weight, bias=None):
    kt, kh, kw = weight.shape[2:]
    y = F.conv3d(x, weight, padding=(kt - 1, kh // 2, kw // 2))[:, :, : x.shape[2]]
    return y + bias.view(1, -1, 1, 1, 1)
