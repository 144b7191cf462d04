# slip: no-down-projection
import torch.nn.functional as F
def swiglu(x, w_gate, w_up, w_down):
    hidden = F.silu(x @ w_gate)
    hidden = hidden * (x @ w_up)
    return hidden
