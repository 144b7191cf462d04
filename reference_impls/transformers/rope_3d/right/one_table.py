import torch


def rope_3d(x, frames, height, width, split, theta=10000.0):
    dt, dx, dy = split
    t, y, x_pos = torch.meshgrid(torch.arange(frames), torch.arange(height), torch.arange(width), indexing="ij")

    def freqs(pos, w):
        scale = torch.arange(0, w, 2, dtype=torch.float64) / w
        return pos.reshape(-1, 1).double() * (1.0 / theta**scale)

    angles = torch.cat([freqs(t, dt), freqs(x_pos, dx), freqs(y, dy)], dim=-1).repeat_interleave(2, dim=-1)
    turned = torch.stack([-x[..., 1::2], x[..., 0::2]], dim=-1).reshape(x.shape)
    return (x * angles.cos() + turned * angles.sin()).to(x.dtype)
