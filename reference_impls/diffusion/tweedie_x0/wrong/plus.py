# slip: noise-added
import torch


def predict_x0(x_t, eps, alpha_bar):
    a = torch.as_tensor(alpha_bar)
    return (x_t + torch.sqrt(1 - a) * eps) / torch.sqrt(a)
