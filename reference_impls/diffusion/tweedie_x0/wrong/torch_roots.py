# slip: tensor-levels-alone
import torch


def predict_x0(x_t, eps, alpha_bar):
    return (x_t - torch.sqrt(1 - alpha_bar) * eps) / torch.sqrt(alpha_bar)
