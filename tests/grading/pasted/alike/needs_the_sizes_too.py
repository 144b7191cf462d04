# problem: swiglu
# expect: invalid
# says: Your code also needs d_model, d_ff, w1, w2 and w3, which the problem doesn't give
def swiglu(d_model, d_ff, w1, w2, w3, features):
    return F.silu(features @ w1.T) * (features @ w3.T) @ w2.T
