# slip: activation-on-the-other-branch
import torch
import torch.nn.functional as F


def swiglu(x, w_gate, w_up, w_down):
    up = F.silu(torch.matmul(x, w_up))
    return torch.matmul(up * torch.matmul(x, w_gate), w_down)
