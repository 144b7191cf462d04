# problem: film
# says: gamma and beta, side by side along axis 1
import torch
from torch import nn


class FiLM(nn.Module):
    def forward(self, features, params):
        gamma, beta = torch.chunk(params, 2, dim=1)
        return gamma[:, :, None, None] * features + beta[:, :, None, None]
