# slip: no-roots
import torch


def q_sample(x0, t, eps, alphas_bar):
    shape = (-1,) + (1,) * (x0.dim() - 1)
    a = alphas_bar.gather(0, t).reshape(shape)
    return a * x0 + (1 - a) * eps
