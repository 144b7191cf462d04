# slip: noise-linear
import math


def predict_x0(x_t, eps, alpha_bar):
    r = math.sqrt(1 / alpha_bar)
    return r * x_t - (r - 1) * eps
