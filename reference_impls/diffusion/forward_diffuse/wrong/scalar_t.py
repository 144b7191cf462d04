# slip: first-t-for-all
import torch


def q_sample(x0, t, eps, alphas_bar):
    a = alphas_bar[int(t[0])]
    return torch.sqrt(a) * x0 + torch.sqrt(1.0 - a) * eps
