# problem: rope-3d
import torch


def get_1d_freqs(dim, pos, theta):
    freqs = 1.0 / (theta ** (torch.arange(0, dim, 2, dtype=torch.float64) / dim))
    ang = torch.outer(pos.double(), freqs)
    return torch.polar(torch.ones_like(ang), ang)


def get_3d_rope_freqs(f, h, w, dims, theta):
    dim_t, dim_w, dim_h = dims
    ft = get_1d_freqs(dim_t, torch.arange(f), theta)[:, None, None, :].expand(f, h, w, -1)
    fw = get_1d_freqs(dim_w, torch.arange(w), theta)[None, None, :, :].expand(f, h, w, -1)
    fh = get_1d_freqs(dim_h, torch.arange(h), theta)[None, :, None, :].expand(f, h, w, -1)
    return torch.cat([ft, fw, fh], dim=-1).reshape(f * h * w, -1)


def apply_rope_3d(x, grid_size, axes_dim, theta=10000.0):
    f, h, w = grid_size
    freqs = get_3d_rope_freqs(f, h, w, axes_dim, theta).to(x.device)
    xc = torch.view_as_complex(x.double().reshape(*x.shape[:-1], -1, 2))
    return torch.view_as_real(xc * freqs).flatten(-2).to(x.dtype)
