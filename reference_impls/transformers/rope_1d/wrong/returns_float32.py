# slip: none
import torch


def rope_1d(x, theta=10000.0, offset=0):
    """Comes back in float32 whatever comes in."""
    T, d = x.shape[-2:]
    ang = torch.outer(torch.arange(offset, offset + T).float(), theta ** (-torch.arange(0, d, 2).float() / d))
    z = torch.view_as_complex(x.float().contiguous().view(*x.shape[:-1], -1, 2)) * torch.polar(torch.ones_like(ang), ang)
    return torch.view_as_real(z).flatten(-2)
