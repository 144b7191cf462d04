import torch


def clip_grad_norm(params, max_norm):
    grads = []
    for p in params:
        if p.grad is not None:
            grads.append(p.grad)
    flat = torch.cat([g.reshape(-1) for g in grads]) if grads else torch.zeros(1)
    norm = flat.norm(p=2).item()
    scale = max_norm / max(norm, max_norm)
    with torch.no_grad():
        for g in grads:
            g.copy_(g * scale)
    return norm
