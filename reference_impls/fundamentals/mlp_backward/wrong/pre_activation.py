# slip: inactive-units-in-dw2
def mlp_backward(x, w1, b1, w2, b2, dout):
    h = x @ w1 + b1
    dh = (dout @ w2.T) * (h > 0)
    return dh @ w1.T, x.T @ dh, dh.sum(0), h.T @ dout, dout.sum(0)
