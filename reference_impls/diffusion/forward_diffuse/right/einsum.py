import torch


def q_sample(x0, t, eps, alphas_bar):
    a_t = alphas_bar[t]
    return torch.einsum("b,b...->b...", a_t.sqrt(), x0) + torch.einsum("b,b...->b...", (1 - a_t).sqrt(), eps)
