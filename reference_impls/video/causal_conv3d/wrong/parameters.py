# slip: weights-detached
import torch
import torch.nn as nn


def causal_conv3d(x, weight, bias=None):
    """The weights are copied into a layer: no gradient reaches the arguments."""
    o, c, kt, kh, kw = weight.shape
    conv = nn.Conv3d(c, o, (kt, kh, kw), padding=(kt - 1, kh // 2, kw // 2), bias=bias is not None).to(x.dtype)
    with torch.no_grad():
        conv.weight.copy_(weight)
        if bias is not None:
            conv.bias.copy_(bias)
    return conv(x)[:, :, : x.shape[2]]
