# slip: sigmoid-detached
import torch

def swiglu(x, w_gate, w_up, w_down):
    pre = x @ w_gate
    with torch.no_grad():
        s = torch.sigmoid(pre)
    return ((pre * s) * (x @ w_up)) @ w_down
