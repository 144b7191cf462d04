# problem: rope-1d
# expect: fail
# says: right for what it covers
# says: The problem also asks for offset: yours has no such parameter.
def rope_1d(x, theta=10000.0):
    """x: (..., T, d), d even"""
    T, d = x.shape[-2], x.shape[-1]
    pos = torch.arange(T, device=x.device).float()
    inv_freq = 1.0 / theta ** (torch.arange(0, d, 2, device=x.device).float() / d)
    ang = torch.outer(pos, inv_freq)
    cos, sin = ang.cos().to(x.dtype), ang.sin().to(x.dtype)
    x1, x2 = x[..., 0::2], x[..., 1::2]
    out = torch.empty_like(x)
    out[..., 0::2] = x1 * cos - x2 * sin
    out[..., 1::2] = x1 * sin + x2 * cos
    return out
