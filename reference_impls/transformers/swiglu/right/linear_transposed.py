import torch.nn.functional as F


def swiglu(x, w_gate, w_up, w_down):
    return F.linear(F.linear(x, w_up.t()) * F.silu(F.linear(x, w_gate.t())), w_down.t())
