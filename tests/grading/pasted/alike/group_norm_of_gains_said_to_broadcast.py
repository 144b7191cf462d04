# problem: group-norm
# expect: fail
# says: It should give each channel its own
def group_norm(x, groups, gamma, beta, eps=1e-5):
    N, C, H, W = x.shape
    parts = x.reshape(N, groups, -1)
    mean = parts.mean(-1, keepdim=True)
    var = parts.var(-1, keepdim=True, unbiased=False)
    normed = ((parts - mean) / (var + eps).sqrt()).view(N, C, H, W)
    return normed * gamma + beta  # gamma and beta broadcast as (1, C, 1, 1)
