# slip: q-bar-of-t
import torch


def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    q_bar_t = torch.matmul(q_bar_prev, q_t)
    unnorm = q_t.T[x_t] * q_bar_t[x0]
    return unnorm / unnorm.sum(1, keepdim=True)
