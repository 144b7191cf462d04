import torch


def q_sample(x0, t, eps, alphas_bar):
    out = []
    for i in range(x0.shape[0]):
        a = float(alphas_bar[int(t[i])])
        out.append(a**0.5 * x0[i] + (1 - a) ** 0.5 * eps[i])
    return torch.stack(out)
