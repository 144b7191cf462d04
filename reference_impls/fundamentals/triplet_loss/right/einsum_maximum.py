import torch
def triplet_loss(a, p, n, margin=1.0):
    u, v = a - p, a - n
    d = torch.einsum('...d,...d->...', u, u) ** 0.5 - torch.einsum('...d,...d->...', v, v) ** 0.5
    return torch.maximum(d + margin, torch.zeros_like(d)).mean()
