# problem: rms-norm-backward
# says: your rstd is what your rmsnorm_fwd returns behind its output
def rmsnorm_fwd(x, w, eps=1e-6):
    rstd = torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + eps)
    return x * rstd * w, rstd


def rmsnorm_bwd(dy, x, w, rstd):
    each = dy * w
    dx = rstd * each - rstd**3 * x * (each * x).mean(-1, keepdim=True)
    return dx, (dy * x * rstd).reshape(-1, x.shape[-1]).sum(0)
