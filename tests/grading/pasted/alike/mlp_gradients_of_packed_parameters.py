# problem: mlp-backward
# says: your cache is what your mlp_forward returns behind its output
def mlp_forward(x, params):
    w1, b1, w2, b2 = params
    before = x @ w1 + b1
    hidden = np.maximum(before, 0)
    return hidden @ w2 + b2, (x, before, hidden, w1, w2)


def mlp_backward(dout, cache):
    x, before, hidden, w1, w2 = cache
    dw2, db2 = hidden.T @ dout, dout.sum(axis=0)
    dbefore = (dout @ w2.T) * (before > 0)
    dw1, db1 = x.T @ dbefore, dbefore.sum(axis=0)
    return dbefore @ w1.T, (dw1, db1, dw2, db2)
