# slip: to-v-gives-x-t
import torch


def to_v(x0, eps, alpha_bar):
    ab = torch.as_tensor(alpha_bar)
    x_t = torch.sqrt(ab) * x0 + torch.sqrt(1 - ab) * eps
    return x_t


def from_v(x_t, v, alpha_bar):
    ab = torch.as_tensor(alpha_bar)
    return ab.sqrt() * x_t - (1 - ab).sqrt() * v, (1 - ab).sqrt() * x_t + ab.sqrt() * v
