# slip: product-reversed
import torch


def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    q_bar = q_t @ q_bar_prev
    rows = [q_t[:, j] * q_bar_prev[i] / q_bar[i, j] for j, i in zip(x_t, x0)]
    return torch.stack(rows)
