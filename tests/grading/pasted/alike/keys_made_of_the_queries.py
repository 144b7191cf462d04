# problem: rope-half
# expect: fail
# says: your k is twice your q
def rotate_half(x):
    a, b = x.chunk(2, dim=-1)
    return torch.cat((-b, a), dim=-1)

def apply_rotary(q, k, base=10000.0, offset=0):
    d, length = q.shape[-1], q.shape[-2]
    rates = base ** (-torch.arange(0, d, 2).float() / d)
    angles = (torch.arange(length).float() + offset)[:, None] * rates
    angles = torch.cat((angles, angles), dim=-1)
    turned_q = (q * angles.cos() + rotate_half(q) * angles.sin()).to(q.dtype)
    turned_k = (k * angles.cos() + rotate_half(q) * angles.sin()).to(k.dtype)
    return turned_q, turned_k
