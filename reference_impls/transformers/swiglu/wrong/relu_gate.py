# slip: relu
import torch
def swiglu(x, w_gate, w_up, w_down):
    return (torch.clamp(x @ w_gate, min=0) * (x @ w_up)) @ w_down
