# slip: clipped
import torch
def predict_x0(x_t, eps, alpha_bar):
    x0 = (x_t - (1 - alpha_bar) ** 0.5 * eps) / alpha_bar ** 0.5
    return torch.clip(x0, -1.0, 1.0)
