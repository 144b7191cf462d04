# problem: dps-gradient
# expect: fail
# not: with one change
import torch
from torch.func import vjp


def dps_gradient(x_t, y, model, operator, alpha_bar, t):
    root = alpha_bar**0.5

    def clean_estimate(x):
        return (x - model(x, t)) / root

    estimate, pull = vjp(clean_estimate, x_t.detach())
    (gradient,) = pull(2 * (estimate - y.detach()))
    return gradient.detach()
