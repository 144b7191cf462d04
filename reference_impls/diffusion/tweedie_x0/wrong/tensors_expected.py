# slip: tensor-methods-of-the-level
import torch


def predict_x0(x_t, eps, alpha_bar):
    return (x_t - (1 - alpha_bar).sqrt() * eps) / alpha_bar.sqrt()
