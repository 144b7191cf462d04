import torch
import torch.nn as nn


def swiglu(x, w_gate, w_up, w_down):
    """gate and up in one product, as inference code does"""
    gate, up = (x @ torch.cat([w_gate, w_up], dim=1)).chunk(2, dim=-1)
    return (nn.SiLU()(gate) * up) @ w_down
