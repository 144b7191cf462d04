# slip: block-of-timesformer
import torch.nn as nn


class Block(nn.Module):
    def __init__(self, width, attend):
        super().__init__()
        self.time_norm = nn.LayerNorm(width)
        self.space_norm = nn.LayerNorm(width)
        self.attend = attend

    def forward(self, x):
        b, f, n, d = x.shape
        along_time = self.time_norm(x).permute(0, 2, 1, 3).flatten(0, 1)
        x = x + self.attend(along_time).unflatten(0, (b, n)).permute(0, 2, 1, 3)
        along_space = self.space_norm(x).flatten(0, 1)
        return x + self.attend(along_space).unflatten(0, (b, f))
