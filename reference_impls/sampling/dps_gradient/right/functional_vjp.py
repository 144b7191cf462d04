import math

import torch
from torch.func import vjp


def dps_gradient(x_t, y, model, operator, alpha_bar, t):
    signal, noise = math.sqrt(alpha_bar), math.sqrt(1 - alpha_bar)

    def predict_measurement(x):
        clean = (x - noise * model(x, t)) / signal
        return operator(clean)

    seen, pull_back = vjp(predict_measurement, x_t.detach())
    (gradient,) = pull_back(2 * (seen - y.detach()))
    return gradient.detach()
