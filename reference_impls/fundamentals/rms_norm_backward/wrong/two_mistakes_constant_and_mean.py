# slip: size-constant
def rms_norm_backward(dout, x, weight, eps=1e-6):
    rstd = (x.pow(2).mean(-1, keepdim=True) + eps).rsqrt()
    D = x.shape[-1]
    return dout * weight * rstd, (dout * x * rstd).reshape(-1, D).mean(0)
