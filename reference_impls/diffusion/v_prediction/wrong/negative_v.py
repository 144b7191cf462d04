# slip: to-v-sign
import torch


def to_v(x0, eps, alpha_bar):
    ab = torch.as_tensor(alpha_bar)
    return (1 - ab).sqrt() * x0 - ab.sqrt() * eps


def from_v(x_t, v, alpha_bar):
    ab = torch.as_tensor(alpha_bar)
    return ab.sqrt() * x_t - (1 - ab).sqrt() * v, (1 - ab).sqrt() * x_t + ab.sqrt() * v
