# slip: activation-on-both
import torch
def swiglu(x, w_gate, w_up, w_down):
    silu = lambda z: z * z.sigmoid()
    return (silu(x @ w_gate) * silu(x @ w_up)) @ w_down
