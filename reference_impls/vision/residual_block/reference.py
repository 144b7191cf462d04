"""The basic residual block (He et al. 2015, arXiv:1512.03385, figure 2 and section 3.4; original order, post-activation).

    y = relu( x + bn2(conv2( relu(bn1(conv1(x))) )) )

Two 3 x 3 convolutions with padding 1 keep shape and channels, so that the shortcut is the identity. The sum comes before the
last relu: behind it the branch could only add. A bias before batch norm would be subtracted with the mean: the convolutions have
none.

Shapes: x (N,C,H,W) -> (N,C,H,W). Submodules conv1, bn1, conv2, bn2; statistics of the batch in training, running ones in
evaluation.
"""

from torch import Tensor, nn


class ResidualBlock(nn.Module):
    """Identity shortcut around two convolutions."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)

    def forward(self, x: Tensor) -> Tensor:
        """(N,C,H,W) -> (N,C,H,W)."""
        h = self.bn1(self.conv1(x)).relu()
        h = self.bn2(self.conv2(h))
        out: Tensor = (x + h).relu()
        return out
