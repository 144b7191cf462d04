# problem: flow-sample
# expect: fail
# says: right for what it covers: 14 of 14
# not: float32
import torch


@torch.no_grad()
def sample(net, shape, num_steps, device="cpu"):
    z = torch.randn(shape, device=device)
    h = 1.0 / num_steps
    for k in range(num_steps):
        z = z + h * net(z, torch.full((shape[0],), k * h, device=device))
    return z
