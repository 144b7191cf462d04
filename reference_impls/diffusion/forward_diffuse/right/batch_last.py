import torch


def q_sample(x0, t, eps, alphas_bar):
    a = alphas_bar[t]
    last = lambda x: x.movedim(0, -1)
    return (last(x0) * a**0.5 + last(eps) * (1 - a) ** 0.5).movedim(-1, 0)
