# problem: rope-1d
# expect: fail
# says: Your default of theta is 500000.0
# not: in the dtype of x
def rope_1d(x, theta=500000.0, offset=0):
    d = x.shape[-1]
    inv = theta ** (-torch.arange(0, d, 2, device=x.device).float() / d)
    ang = (torch.arange(x.shape[-2], device=x.device).float() + offset)[:, None] * inv
    a, b = x[..., ::2].float(), x[..., 1::2].float()
    return torch.stack([a * ang.cos() - b * ang.sin(), a * ang.sin() + b * ang.cos()], -1).flatten(-2).to(x.dtype)
