# slip: norm-of-the-weights
import torch


def clip_grad_norm(params, max_norm):
    ps = [p for p in params if p.grad is not None]
    if not ps:
        return 0
    norm = torch.cat([p.detach().flatten() for p in ps]).norm().item()
    if norm > max_norm:
        for p in ps:
            p.grad.mul_(norm / max_norm)
    return norm
