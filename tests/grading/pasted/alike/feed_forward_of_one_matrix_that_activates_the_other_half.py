# problem: swiglu
# expect: fail
# says: applies silu to x @ w_up

def feed_forward(x, w_gate_up, w_down):
    gate, up = (x @ w_gate_up).chunk(2, dim=-1)
    return (gate * F.silu(up)) @ w_down
