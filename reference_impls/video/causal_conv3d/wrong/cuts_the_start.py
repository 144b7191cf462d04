# slip: padded-in-the-future
import torch.nn.functional as F


def causal_conv3d(x, weight, bias=None):
    kt, kh, kw = weight.shape[2:]
    y = F.conv3d(x, weight, bias, padding=(kt - 1, kh // 2, kw // 2))
    return y[:, :, kt - 1 :]
