# slip: activation-before-the-projection
import torch.nn.functional as F
def swiglu(x, w_gate, w_up, w_down):
    gate = F.silu(x)
    return ((gate @ w_gate) * (x @ w_up)) @ w_down
