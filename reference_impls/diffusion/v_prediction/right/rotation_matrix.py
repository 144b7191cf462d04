import torch


def rotation(alpha_bar, like):
    a = torch.as_tensor(alpha_bar, dtype=like.dtype)
    c, s = torch.sqrt(a), torch.sqrt(1 - a)
    return torch.stack([torch.stack([c, s]), torch.stack([-s, c])])


def to_v(x0, eps, alpha_bar):
    R = rotation(alpha_bar, x0)
    return torch.einsum("j,j...->...", R[1], torch.stack([x0, eps]))


def from_v(x_t, v, alpha_bar):
    R = rotation(alpha_bar, x_t)
    return tuple(torch.einsum("ji,j...->i...", R, torch.stack([x_t, v])).unbind(0))
