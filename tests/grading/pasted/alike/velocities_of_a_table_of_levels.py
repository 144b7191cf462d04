# problem: v-prediction
import torch


def to_v(x0, eps, t, alphas_cumprod):
    bar = alphas_cumprod[t]
    return bar.sqrt() * eps - (1 - bar).sqrt() * x0


def from_v(x_t, v, t, alphas_cumprod):
    bar = alphas_cumprod[t]
    return bar.sqrt() * x_t - (1 - bar).sqrt() * v, (1 - bar).sqrt() * x_t + bar.sqrt() * v
