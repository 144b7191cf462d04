# slip: not-normalised
import torch


def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    return torch.einsum("kn,nk->nk", q_t[:, x_t], q_bar_prev[x0])
