# slip: factors-swapped
import torch


def q_sample(x0, t, eps, alphas_bar):
    out = torch.empty_like(x0)
    for i in range(len(t)):
        a = alphas_bar[t[i]]
        out[i] = torch.sqrt(1 - a) * x0[i] + torch.sqrt(a) * eps[i]
    return out
