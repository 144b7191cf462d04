# slip: only-eps-divided
import math


def predict_x0(x_t, eps, alpha_bar):
    ratio = math.sqrt((1 - alpha_bar) / alpha_bar)
    return x_t - ratio * eps
