# problem: swiglu
# expect: fail
def silu(x):
    return x * torch.sigmoid(x)


def swiglu_ffn(x, w1, w2, w3):
    return (silu(x @ w1) + (x @ w3)) @ w2
