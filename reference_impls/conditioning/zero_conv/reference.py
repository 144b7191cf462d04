"""A ControlNet branch around one block (Zhang et al. 2023, arXiv:2302.05543, section 3.1, eq. 2).

    y = F(x; Θ) + Z_out( F(x + Z_in(c); Θ_copy) )

Θ is frozen, the copy starts from its values and learns. Z_in and Z_out are 1x1 convolutions that start at zero, so the
branch adds nothing at first and training starts from the pretrained function. They still learn: the gradient of a
convolution's weight is its input times the cotangent, which isn't zero.

Shapes: x and c (B,channels,H,W), block keeps the shape. Returns: (B,channels,H,W).
"""

import copy

from torch import Tensor, nn


def zero_conv(channels: int) -> nn.Conv2d:
    """A 1x1 convolution that returns 0 until it is trained."""
    conv = nn.Conv2d(channels, channels, kernel_size=1)
    weight, bias = conv.parameters()
    nn.init.zeros_(weight)
    nn.init.zeros_(bias)
    return conv


class ControlBranch(nn.Module):
    """A frozen block, and a trainable copy of it that sees the condition."""

    def __init__(self, block: nn.Module, channels: int):
        super().__init__()
        self.copy = copy.deepcopy(block).requires_grad_(True)
        self.block = block.requires_grad_(False)
        self.zero_in, self.zero_out = zero_conv(channels), zero_conv(channels)

    def forward(self, x: Tensor, c: Tensor) -> Tensor:
        y: Tensor = self.block(x) + self.zero_out(self.copy(x + self.zero_in(c)))
        return y
