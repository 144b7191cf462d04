import torch


def rms_norm(x, weight, eps=1e-6):
    ss = torch.einsum("...d,...d->...", x, x) / x.shape[-1]
    return torch.einsum("...d,...,d->...d", x, (ss + eps) ** -0.5, weight)
