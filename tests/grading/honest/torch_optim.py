# uses: an optimiser, a schedule and a training loop that runs when the file is loaded
import torch
from torch import nn

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(4, 8), nn.GELU(), nn.LayerNorm(8), nn.Dropout(0.1), nn.Linear(8, 1))
optimizer = torch.optim.AdamW(net.parameters(), lr=1e-2, weight_decay=0.1)
schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=5)
x, y = torch.randn(16, 4), torch.randn(16, 1)
for step in range(5):
    loss = nn.functional.mse_loss(net(x), y)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimizer.step()
    schedule.step()
    print(f"step {step}: {loss.item():.3f}", end="\r")


def attention(q, k, v, mask=None):
    scores = q @ k.mT / q.shape[-1] ** 0.5
    scores = scores if mask is None else scores.masked_fill(mask == 0, float("-inf"))
    p = scores.softmax(-1)
    return p @ v, p
