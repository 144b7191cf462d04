# slip: sigmoid
import torch


def swiglu(x, w_gate, w_up, w_down):
    gate = 1 / (1 + torch.exp(-(x @ w_gate)))
    return (gate * (x @ w_up)) @ w_down
