# problem: factorized-attention
import torch
from torch import nn


class FactorizedSelfAttention(nn.Module):
    def __init__(self, spatial_attn, temporal_attn):
        super().__init__()
        self.spatial_attn = spatial_attn
        self.temporal_attn = temporal_attn

    def forward(self, x):
        B, T, N, D = x.shape
        x = self.spatial_attn(x.reshape(B * T, N, D)).reshape(B, T, N, D)
        x = x.permute(0, 2, 1, 3).reshape(B * N, T, D)
        x = self.temporal_attn(x).reshape(B, N, T, D)
        return x.permute(0, 2, 1, 3)
