# slip: residual-added
import torch.nn.functional as F
def swiglu(x, w_gate, w_up, w_down):
    out = (F.silu(x @ w_gate) * (x @ w_up)) @ w_down
    return out + x
