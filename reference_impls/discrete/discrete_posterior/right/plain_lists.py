import math

import torch


def _rows(x_t, x0, q, p):
    for j, s in zip(x_t, x0):
        w = [q[i][j] * p[s][i] for i in range(len(q))]
        z = math.fsum(w)
        yield [v / z for v in w]


def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    k = len(q_t)
    rows = list(_rows(x_t.tolist(), x0.tolist(), q_t.tolist(), q_bar_prev.tolist()))
    return torch.tensor(rows, dtype=q_t.dtype, device=q_t.device).reshape(-1, k)
