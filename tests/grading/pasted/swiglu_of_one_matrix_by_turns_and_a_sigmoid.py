# problem: swiglu
# expect: fail
def swiglu_mlp(x, gate_up, down):
    both = x @ gate_up
    gate, linear = both[..., ::2], both[..., 1::2]
    return (torch.sigmoid(gate) * linear) @ down
