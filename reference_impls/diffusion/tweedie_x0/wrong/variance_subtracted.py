# slip: noise-without-root
import math


def predict_x0(x_t, eps, alpha_bar):
    return (x_t - (1 - alpha_bar) * eps) / math.sqrt(alpha_bar)
