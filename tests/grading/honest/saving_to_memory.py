# uses: saving and loading without a file, hooks, buffers, parametrizations, deep copies, distributions, generators
# problem: kth-smallest
import copy
import gzip
import io
import json
import pickle

import numpy as np
import torch
from torch import nn
from torch.nn.utils import parametrizations


class Scaled(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = parametrizations.weight_norm(nn.Linear(2, 2))
        self.register_buffer("scale", torch.ones(1))
        self.register_forward_hook(lambda module, args, out: out * module.scale)

    def forward(self, x):
        return self.inner(x)


model = Scaled()
buffer = io.BytesIO()
torch.save(model.state_dict(), buffer)
buffer.seek(0)
copy.deepcopy(nn.Linear(2, 2)).load_state_dict(pickle.loads(pickle.dumps(nn.Linear(2, 2).state_dict())))
model.load_state_dict(torch.load(buffer, weights_only=True))
arrays = io.BytesIO()
np.savez_compressed(arrays, a=np.random.default_rng(0).normal(size=3), b=np.arange(3))
print(np.load(io.BytesIO(arrays.getvalue()))["b"], len(gzip.compress(json.dumps([1] * 1000).encode())))
generator = torch.Generator().manual_seed(0)
normal = torch.distributions.Normal(torch.zeros(2), torch.ones(2))
print(normal.rsample().shape, normal.log_prob(torch.zeros(2)).sum().item(), torch.rand(2, generator=generator))
print(torch.distributions.kl_divergence(normal, normal), torch.distributions.Categorical(logits=torch.zeros(3)).sample())


def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError(k)
    return sorted(nums)[k - 1]
