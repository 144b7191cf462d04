# slip: leaky-relu
import torch
def swiglu(x, w_gate, w_up, w_down):
    g = x @ w_gate
    return (torch.maximum(g, 0.01 * g) * (x @ w_up)) @ w_down
