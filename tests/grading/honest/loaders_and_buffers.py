# uses: data sets, loaders, saving to memory, checkpoints, profilers
import io
import pickle

import torch
from torch.utils.checkpoint import checkpoint
from torch.utils.data import DataLoader, TensorDataset

loader = DataLoader(TensorDataset(torch.arange(10.0)), batch_size=4, shuffle=True, num_workers=0)
assert sum(batch.sum().item() for (batch,) in loader) == 45
buffer = io.BytesIO()
torch.save({"weight": torch.ones(3)}, buffer)
buffer.seek(0)
assert torch.load(buffer)["weight"].sum() == 3 and len(pickle.dumps(torch.ones(2))) > 8
x = torch.ones(3, requires_grad=True)
checkpoint(torch.sin, x, use_reentrant=False).sum().backward()
large = torch.zeros(1 << 26)
del large


def attention(q, k, v, mask=None):
    scores = q @ k.mT / q.shape[-1] ** 0.5
    scores = scores if mask is None else scores.masked_fill(mask == 0, float("-inf"))
    p = scores.softmax(-1)
    return p @ v, p
