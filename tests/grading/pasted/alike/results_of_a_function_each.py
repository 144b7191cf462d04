# problem: v-prediction
# says: x0_from_v and eps_from_v are graded together
import torch


def get_v(x0, eps, alpha_bar):
    alpha = alpha_bar**0.5
    sigma = (1 - alpha_bar) ** 0.5
    return alpha * eps - sigma * x0


def x0_from_v(x_t, v, alpha_bar):
    return alpha_bar**0.5 * x_t - (1 - alpha_bar) ** 0.5 * v


def eps_from_v(x_t, v, alpha_bar):
    return (1 - alpha_bar) ** 0.5 * x_t + alpha_bar**0.5 * v
