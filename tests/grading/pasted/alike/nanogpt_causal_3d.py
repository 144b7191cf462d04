# problem: layer-norm
# expect: fail
# says: right for 3-D x
def layer_norm(x, gamma, beta, eps=1e-5):
    B, T, C = x.shape
    mean = x.mean(-1).view(B, T, 1)
    var = x.var(-1, unbiased=False).view(B, T, 1)
    return gamma * (x - mean) / (var + eps).sqrt() + beta
