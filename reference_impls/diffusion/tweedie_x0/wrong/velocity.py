# slip: eps-read-as-v
import math


def predict_x0(x_t, eps, alpha_bar):
    return math.sqrt(alpha_bar) * x_t - math.sqrt(1.0 - alpha_bar) * eps
