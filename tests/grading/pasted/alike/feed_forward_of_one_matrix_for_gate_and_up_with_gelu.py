# problem: swiglu
# expect: fail

def feed_forward(x, w_gate_up, w_down):
    gate, up = (x @ w_gate_up).chunk(2, dim=-1)
    return (F.gelu(gate) * up) @ w_down
