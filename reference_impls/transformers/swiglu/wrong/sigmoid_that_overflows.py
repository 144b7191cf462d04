# slip: sigmoid-overflows
# input: x = 100 * ones(1, 1), all weights ones(1, 1): true 1e4, here nan
import torch


def sigmoid(z):
    ez = torch.exp(z)
    return ez / (1 + ez)


def swish(z):
    return z * sigmoid(z)


def swiglu(x, w_gate, w_up, w_down):
    return (swish(x @ w_gate) * (x @ w_up)) @ w_down
