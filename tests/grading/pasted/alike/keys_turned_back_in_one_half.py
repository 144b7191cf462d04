# problem: rope-half
# expect: fail
# says: half of each result is graded
def apply_rotary(q, k, theta=10000.0, offset=0):
    d = q.shape[-1]
    inv = theta ** (-torch.arange(0, d, 2, device=q.device).float() / d)
    ang = (torch.arange(q.shape[-2], device=q.device).float() + offset)[:, None] * inv
    cos, sin = ang.cos(), ang.sin()
    q1, q2 = q.float().chunk(2, -1)
    k1, k2 = k.float().chunk(2, -1)
    qo = torch.cat([q1 * cos - q2 * sin, q2 * cos + q1 * sin], -1)
    ko = torch.cat([k1 * cos + k2 * sin, k2 * cos + k1 * sin], -1)
    return qo.type_as(q), ko.type_as(k)
