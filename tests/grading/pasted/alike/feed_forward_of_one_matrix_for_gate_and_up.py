# problem: swiglu
# says: one matrix of yours holds w_gate and then w_up

def feed_forward(x, w_gate_up, w_down):
    gate, up = (x @ w_gate_up).chunk(2, dim=-1)
    return (F.silu(gate) * up) @ w_down
