# problem: rope-1d
# expect: fail
# says: your k is twice your q, and what comes of it is halved: half of each result is graded
def precompute(dim, end, theta=10000.0):
    rates = 1.0 / theta ** (torch.arange(0, dim, 2).float() / dim)
    angles = torch.outer(torch.arange(end).float(), rates)
    return angles.cos(), angles.sin()


def turn(x, cos, sin):
    a, b = x[..., ::2], x[..., 1::2]
    return torch.stack((a * cos - b * sin, a * sin + b * cos), -1).flatten(-2).to(x.dtype)


def apply_rope(q, k, cos, sin):
    return turn(q, cos, sin), turn(k, cos, -sin)
