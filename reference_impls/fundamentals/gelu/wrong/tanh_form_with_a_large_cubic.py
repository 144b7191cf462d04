# slip: tanh-form-with-a-large-cubic
import torch


def gelu(x):
    u = 0.7978845608 * (x + 0.44715 * x ** 3)
    return x / 2 * (1 + u.tanh())
