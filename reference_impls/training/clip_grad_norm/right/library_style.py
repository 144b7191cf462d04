import torch


def clip_grad_norm(parameters, max_norm):
    """Clamped coefficient with 1e-6 in the denominator, as the framework has it."""
    grads = [p.grad for p in parameters if p.grad is not None]
    if len(grads) == 0:
        return torch.tensor(0.0)
    total_norm = torch.linalg.vector_norm(torch.stack([torch.linalg.vector_norm(g, 2) for g in grads]), 2)
    clip_coef = torch.clamp(max_norm / (total_norm + 1e-6), max=1.0)
    for g in grads:
        g.detach().mul_(clip_coef)
    return total_norm


_clip = clip_grad_norm


def clip_grad_norm(params, max_norm):
    return _clip(params, max_norm)
