# problem: timestep-embedding
# expect: fail
# says: self.channels is taken from dim
import math

import torch


def embed_times(self, times, max_period=10000):
    half = self.channels // 2
    rates = torch.exp(-math.log(max_period) / half * torch.arange(half, dtype=torch.float32))
    angles = times[:, None].float() * rates.to(times.device)[None]
    return torch.cat([torch.sin(angles), torch.cos(angles)], dim=-1)
