# slip: velocity-of-the-noise
import torch


def flow_sample(model, x0, steps):
    total = torch.zeros_like(x0)
    for i in range(steps):
        t = torch.full((x0.shape[0],), i / steps, dtype=x0.dtype)
        total += model(x0, t).detach() / steps
    return x0 + total
