# slip: sign-in-the-sigmoid
import torch
def swiglu(x, w_gate, w_up, w_down):
    a = x @ w_gate
    a = a / (1 + torch.exp(a))
    return (a * (x @ w_up)) @ w_down
