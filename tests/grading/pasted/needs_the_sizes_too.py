# problem: swiglu
# expect: invalid
# says: Your code needs d_model, d_ff, w1, w2, w3 and features: the problem gives x, w_gate, w_up and w_down.
def swiglu(d_model, d_ff, w1, w2, w3, features):
    return F.silu(features @ w1.T) * (features @ w3.T) @ w2.T
