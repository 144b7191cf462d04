# problem: film
# expect: fail
import torch
from torch import nn


class FiLM(nn.Module):
    def forward(self, features, params):
        gamma, beta = torch.chunk(params, 2, dim=1)
        return (1 + gamma[:, :, None, None]) * features + beta[:, :, None, None]
