# slip: summed-over-the-first-axis
def rms_norm_backward(dout, x, weight, eps=1e-6):
    rstd = (x.pow(2).mean(-1, keepdim=True) + eps).rsqrt()
    h = x * rstd
    g = dout * weight
    dw = dout * h
    return rstd * (g - h * (g * h).mean(-1, keepdim=True)), dw.sum(0) if dw.dim() > 1 else dw
