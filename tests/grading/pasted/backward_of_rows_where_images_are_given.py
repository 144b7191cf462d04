# problem: batch-norm-backward
# expect: error
# says: The problem gives dout with 4 axes.
def bn_backward(dout, x, gamma, eps=1e-5):
    rows, width = dout.shape
    mean, var = x.mean(axis=0), x.var(axis=0)
    hat = (x - mean) / np.sqrt(var + eps)
    down = dout * gamma
    inner = rows * down - down.sum(axis=0) - hat * (down * hat).sum(axis=0)
    return inner / (rows * np.sqrt(var + eps)), (dout * hat).sum(axis=0), dout.sum(axis=0)
