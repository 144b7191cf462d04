# slip: back-noise-detached
import torch

def to_v(x0, eps, alpha_bar):
    ab = torch.as_tensor(alpha_bar, dtype=x0.dtype)
    return torch.sqrt(ab) * eps - torch.sqrt(1 - ab) * x0

def from_v(x_t, v, alpha_bar):
    ab = torch.as_tensor(alpha_bar, dtype=x_t.dtype)
    eps = torch.sqrt(1 - ab) * x_t + torch.sqrt(ab) * v
    x0 = (x_t - torch.sqrt(1 - ab) * eps.detach()) / torch.sqrt(ab)
    return x0, eps
