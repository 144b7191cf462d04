import torch


def predict_x0(x_t, eps, alpha_bar):
    a = torch.as_tensor(alpha_bar, dtype=x_t.dtype)
    return torch.sqrt(1.0 / a) * x_t - torch.sqrt(1.0 / a - 1) * eps
