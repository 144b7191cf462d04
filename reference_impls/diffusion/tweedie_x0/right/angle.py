import math
import torch
def predict_x0(x_t, eps, alpha_bar):
    phi = math.acos(math.sqrt(float(alpha_bar)))
    return x_t / math.cos(phi) - math.tan(phi) * eps
