# slip: factors-swapped
import torch


def predict_x0(x_t, eps, alpha_bar):
    a = torch.as_tensor(alpha_bar)
    sigma, alpha = torch.sqrt(a), torch.sqrt(1 - a)
    return (x_t - sigma * eps) / alpha
