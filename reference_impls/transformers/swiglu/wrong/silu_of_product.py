# slip: activation-of-the-product
import torch
def swiglu(x, w_gate, w_up, w_down):
    h = (x @ w_gate) * (x @ w_up)
    h = h * torch.sigmoid(h)
    return h @ w_down
