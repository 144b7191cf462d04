# uses: learning-rate schedulers, gradient clipping, averaged weights, torch.func, checkpointing, amp
import math

import torch
from torch import nn
from torch.func import functional_call, grad, jacrev, vmap
from torch.optim.lr_scheduler import CosineAnnealingLR, LambdaLR, OneCycleLR, SequentialLR
from torch.optim.swa_utils import AveragedModel
from torch.utils.checkpoint import checkpoint

model = nn.Sequential(nn.Linear(3, 4), nn.GELU(), nn.Linear(4, 1))
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
warm = LambdaLR(optimizer, lambda step: min(1.0, (step + 1) / 3))
schedule = SequentialLR(optimizer, [warm, CosineAnnealingLR(optimizer, 10)], milestones=[3])
average = AveragedModel(model)
for _ in range(4):
    optimizer.zero_grad(set_to_none=True)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        loss = checkpoint(model, torch.ones(2, 3), use_reentrant=False).float().square().mean()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    schedule.step()
    average.update_parameters(model)
OneCycleLR(torch.optim.SGD(model.parameters(), lr=0.1), max_lr=0.1, total_steps=5)
print(schedule.get_last_lr(), grad(lambda x: (x**3).sum())(torch.ones(2)), jacrev(torch.sin)(torch.zeros(2)))
weights = {name: weight.detach() for name, weight in model.named_parameters()}
print(vmap(lambda x: functional_call(model, weights, x))(torch.ones(5, 3)).shape)


def attention(q, k, v, mask=None):
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(mask == 0, float("-inf"))
    p = scores.softmax(dim=-1)
    return p @ v, p
