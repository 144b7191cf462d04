# slip: view-for-images
import torch


def q_sample(x0, t, eps, alphas_bar):
    a = alphas_bar[t][:, None, None, None]
    return torch.sqrt(a) * x0 + torch.sqrt(1 - a) * eps
