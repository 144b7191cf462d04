# slip: sum-for-product
import torch
import torch.nn as nn
def swiglu(x, w_gate, w_up, w_down):
    act = nn.SiLU()
    return (act(x @ w_gate) + x @ w_up) @ w_down
