import torch
import torch.nn.functional as F


def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    K = q_t.shape[0]
    xt1 = F.one_hot(x_t, K).to(q_t.dtype)
    x01 = F.one_hot(x0, K).to(q_t.dtype)
    num = (xt1 @ q_t.T) * (x01 @ q_bar_prev)
    den = torch.einsum("nk,kl,nl->n", x01, q_bar_prev @ q_t, xt1)
    return num / den[:, None]
