import torch


def rms_norm_backward(dout, x, weight, eps=1e-6):
    n = x.shape[-1]
    rstd = torch.rsqrt(torch.einsum("...d,...d->...", x, x)[..., None] / n + eps)
    g = torch.einsum("...d,d->...d", dout, weight)
    dot = torch.einsum("...d,...d->...", g, x)[..., None]
    return rstd * g - rstd**3 * x * dot / n, torch.einsum("...d,...d,...z->d", dout, x, rstd)
