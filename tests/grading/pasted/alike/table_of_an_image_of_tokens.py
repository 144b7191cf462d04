# problem: rope-2d
# says: makes the table
def places(end_x, end_y):
    at = torch.arange(end_x * end_y)
    return at % end_x, at // end_x


def axial_cis(dim, end_x, end_y, theta=100.0):
    rates = theta ** -(torch.arange(0, dim, 4)[: dim // 4] / dim)
    angles = torch.cat([torch.outer(at.float(), rates) for at in places(end_x, end_y)], dim=-1)
    return torch.polar(torch.ones_like(angles), angles)


def apply_rotary_enc(xq, xk, freqs_cis):
    xq, xk = (torch.view_as_complex(one.float().reshape(*one.shape[:-1], -1, 2)) for one in (xq, xk))
    return tuple(torch.view_as_real(one * freqs_cis).flatten(3) for one in (xq, xk))
