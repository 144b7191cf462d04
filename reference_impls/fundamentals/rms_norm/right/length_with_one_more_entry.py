import torch


def rms_norm(x, weight, eps=1e-6):
    """The length of x with sqrt(d * eps) appended."""
    d = x.shape[-1]
    extra = torch.full_like(x[..., :1], (d * eps) ** 0.5)
    return x * d**0.5 / torch.cat([x, extra], -1).norm(dim=-1, keepdim=True) * weight
