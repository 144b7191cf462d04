# slip: to-v-x0-without-root
import torch


def to_v(x0, eps, alpha_bar):
    ab = torch.as_tensor(alpha_bar)
    return ab ** 0.5 * eps - (1 - ab) * x0


def from_v(x_t, v, alpha_bar):
    ab = torch.as_tensor(alpha_bar)
    return ab.sqrt() * x_t - (1 - ab).sqrt() * v, (1 - ab).sqrt() * x_t + ab.sqrt() * v
