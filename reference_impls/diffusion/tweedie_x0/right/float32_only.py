import torch


def predict_x0(x_t, eps, alpha_bar):
    a = torch.tensor(float(alpha_bar), dtype=torch.float32)
    return torch.addcmul(x_t.float(), -(1 - a).sqrt(), eps.float()) * a.rsqrt()
