import torch


@torch.no_grad()
def consistency_scalings(t, sigma_data=0.5, eps=0.002):
    var = torch.as_tensor(sigma_data, dtype=t.dtype).square()
    delta = t.sub(eps)
    c_skip = var * torch.reciprocal(delta.square() + var)
    c_out = delta * var.sqrt() * torch.rsqrt(t.square() + var)
    return c_skip, c_out
