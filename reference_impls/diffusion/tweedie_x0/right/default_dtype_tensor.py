import torch


def predict_x0(x_t, eps, alpha_bar):
    if not torch.is_tensor(alpha_bar):
        alpha_bar = torch.tensor(alpha_bar)
    return x_t.sub((1 - alpha_bar).sqrt() * eps).div(alpha_bar.sqrt())
