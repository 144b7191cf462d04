import torch
import torch.nn.functional as F
def swiglu(x, w_gate, w_up, w_down):
    h = torch.empty(0)
    h = x.float() @ w_gate.float()
    h = F.silu(h, inplace=True)
    h = h * (x.float() @ w_up.float())
    return h @ w_down.float()
