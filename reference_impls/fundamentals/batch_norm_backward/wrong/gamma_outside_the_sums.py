# slip: gamma-before-dout-alone
def batch_norm_backward(dout, x, gamma, eps=1e-5):
    dims = (0, 2, 3)
    mean = x.mean(dims, keepdim=True)
    std = (x.var(dims, unbiased=False, keepdim=True) + eps).sqrt()
    norm = (x - mean) / std
    dnorm = dout * gamma[None, :, None, None]
    m1 = dout.mean(dims, keepdim=True)
    m2 = (dout * norm).mean(dims, keepdim=True)
    return (dnorm - m1 - norm * m2) / std, (dout * norm).sum(dims), dout.sum(dims)
