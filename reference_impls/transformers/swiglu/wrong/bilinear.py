# slip: no-activation
import torch
def swiglu(x, w_gate, w_up, w_down):
    return torch.einsum("...h,...h,he->...e", x @ w_gate, x @ w_up, w_down)
