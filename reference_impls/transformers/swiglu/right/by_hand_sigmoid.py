import torch


def swiglu(x, w_gate, w_up, w_down):
    g = torch.matmul(x, w_gate)
    hidden = g * torch.sigmoid(g) * torch.matmul(x, w_up)
    return torch.matmul(hidden, w_down)
