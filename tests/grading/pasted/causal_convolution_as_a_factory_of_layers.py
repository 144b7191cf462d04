# problem: causal-conv3d
# expect: invalid
# says: Your code also needs in_channels and out_channels, which the problem doesn't give
import torch.nn as nn


def causal_conv3d(in_channels, out_channels, kernel_size=(3, 3, 3), bias=True):
    kt, kh, kw = kernel_size
    return nn.Sequential(
        nn.ConstantPad3d((kw // 2, kw // 2, kh // 2, kh // 2, kt - 1, 0), 0.0),
        nn.Conv3d(in_channels, out_channels, kernel_size, bias=bias),
    )
