# slip: no-gradient
import torch


@torch.no_grad()
def to_v(x0, eps, alpha_bar):
    return alpha_bar**0.5 * eps - (1 - alpha_bar) ** 0.5 * x0


@torch.no_grad()
def from_v(x_t, v, alpha_bar):
    return alpha_bar**0.5 * x_t - (1 - alpha_bar) ** 0.5 * v, (1 - alpha_bar) ** 0.5 * x_t + alpha_bar**0.5 * v
