# problem: swiglu
# expect: fail
import torch


def ffn(params, x):
    gate, up = x @ params["gate"], x @ params["up"]
    return (gate * torch.nn.functional.silu(up)) @ params["down"]
