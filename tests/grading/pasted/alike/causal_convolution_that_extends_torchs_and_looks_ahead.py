# problem: causal-conv3d
# expect: fail
import torch
from torch import nn
from torch.nn import functional as F


class CausalConv3d(nn.Conv3d):
    """Looks at earlier frames only; a chunk of a longer video may bring the last frames of the one before."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        time, height, width = self.kernel_size
        self._padding = (width // 2, width // 2, height // 2, height // 2, time // 2, time // 2)
        self.padding = (0, 0, 0)

    def forward(self, x, cache_x=None):
        padding = list(self._padding)
        if cache_x is not None and padding[4] > 0:
            x = torch.cat([cache_x.to(x.device), x], dim=2)
            padding[4] -= cache_x.shape[2]
        return super().forward(F.pad(x, padding))
