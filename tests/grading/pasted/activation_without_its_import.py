# problem: swiglu
# says: supplied: from torch.nn.functional import silu
# SwiGLU, as in a post on the parts of a Llama
def swiglu(x, W_gate, W_up, W_down):
    gate = silu(x @ W_gate)
    up = x @ W_up
    return (gate * up) @ W_down
