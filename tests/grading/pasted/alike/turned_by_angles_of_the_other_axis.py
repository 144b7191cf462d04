# problem: rope-2d
# expect: fail
import torch


def rotate_pairs(x, angles):
    x1, x2 = x[..., 0::2], x[..., 1::2]
    cos, sin = angles.cos(), angles.sin()
    return torch.stack([x1 * cos - x2 * sin, x1 * sin + x2 * cos], dim=-1).flatten(-2)


def get_2d_rope_angles(height, width, head_dim, device=None, base=10000):
    assert head_dim % 4 == 0, "head dimension must be divisible by 4 to apply 2D rotation to it"
    half_dim = head_dim // 2

    pos_y, pos_x = torch.meshgrid(
        torch.arange(height, device=device),
        torch.arange(width, device=device),
        indexing="ij",
    )

    pos_y = pos_y.reshape(-1)
    pos_x = pos_x.reshape(-1)

    inverse_frequences = base ** (-torch.arange(0, half_dim, 2, device=device).float() / half_dim)

    # Getting angles (shape: (N, head_dim/4) each)
    angles_y = torch.einsum("n,d->nd", pos_y.float(), inverse_frequences)
    angles_x = torch.einsum("n,d->nd", pos_x.float(), inverse_frequences)

    return angles_x, angles_y


def apply_rope_2d(x, angles_xy):
    """
    Rotates the first half of head_dim by the column position and the second half by the
    row position, thus rope_2d.
    """
    angles_x, angles_y = angles_xy
    D_half = x.shape[-1] // 2

    x_x = x[..., :D_half]
    x_y = x[..., D_half:]

    return torch.cat([rotate_pairs(x_x, angles_y), rotate_pairs(x_y, angles_x)], dim=-1)
