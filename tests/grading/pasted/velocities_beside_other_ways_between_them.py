# problem: v-prediction
# says: v_to_x0 and v_to_eps are graded together as from_v
import torch


def coefficients(abar):
    return torch.sqrt(abar), torch.sqrt(1.0 - abar)


def velocity_target(x_0, eps, abar):
    signal, noise = coefficients(abar)
    return signal * eps - noise * x_0


def v_to_x0(x_t, v, abar):
    signal, noise = coefficients(abar)
    return signal * x_t - noise * v


def v_to_eps(x_t, v, abar):
    signal, noise = coefficients(abar)
    return noise * x_t + signal * v


def x0_to_v(x_0, x_t, abar):
    signal, noise = coefficients(abar)
    return velocity_target(x_0, (x_t - signal * x_0) / noise, abar)


def eps_to_x0(x_t, eps, abar):
    signal, noise = coefficients(abar)
    return (x_t - noise * eps) / signal
