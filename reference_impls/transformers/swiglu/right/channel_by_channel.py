import torch


def swiglu(x, w_gate, w_up, w_down):
    """Sum over hidden channels, one at a time."""
    y = x.new_zeros(x.shape[:-1] + (w_down.shape[-1],))
    for j in range(w_gate.shape[1]):
        a = (x * w_gate[:, j]).sum(-1, keepdim=True)
        b = (x * w_up[:, j]).sum(-1, keepdim=True)
        y = y + 0.5 * a * (1 + torch.tanh(a / 2)) * b * w_down[j]
    return y
