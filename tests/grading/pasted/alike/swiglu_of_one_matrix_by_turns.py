# problem: swiglu
# says: one matrix of yours holds w_gate and w_up column by column
def swiglu_mlp(x, gate_up, down):
    both = x @ gate_up
    gate, linear = both[..., ::2], both[..., 1::2]
    return (F.silu(gate) * linear) @ down
