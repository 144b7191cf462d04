# slip: none
import torch.nn.functional as F
def swiglu(x, w_gate, w_up, w_down):
    """takes w_down for w_up, as in files that order them w1, w2, w3"""
    return (F.silu(x @ w_gate) * (x @ w_down)) @ w_up
