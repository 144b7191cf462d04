# problem: rope-half
# expect: invalid
# says: also needs angles
# not: sin and cos
def rotate_half(x):
    first, second = x.chunk(2, dim=-1)
    return torch.cat((-second, first), dim=-1)


def apply_rotary(q, k, angles, scale=1.0):
    turn = angles[..., -q.shape[-2] :, :]
    q = q * turn.cos() * scale + rotate_half(q) * turn.sin() * scale
    return q, k * angles.cos() + rotate_half(k) * angles.sin()
