import torch
def _phi(ab):
    ab = torch.as_tensor(ab)
    return torch.atan2((1 - ab).sqrt(), ab.sqrt())
def to_v(x0, eps, alpha_bar):
    p = _phi(alpha_bar)
    return p.cos() * eps - p.sin() * x0
def from_v(x_t, v, alpha_bar):
    p = _phi(alpha_bar)
    return p.cos() * x_t - p.sin() * v, p.sin() * x_t + p.cos() * v
