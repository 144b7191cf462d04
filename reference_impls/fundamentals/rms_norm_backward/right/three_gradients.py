def rms_norm_backward(dout, x, weight, eps=1e-6):
    rstd = (x.pow(2).mean(-1, keepdim=True) + eps).rsqrt()
    h, D = x * rstd, x.shape[-1]
    g = dout * weight
    dx = rstd * (g - h * (g * h).mean(-1, keepdim=True))
    return dx, (dout * h).reshape(-1, D).sum(0), dout.reshape(-1, D).sum(0)
