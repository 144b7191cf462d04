# slip: part-added
def rms_norm_backward(dout, x, weight, eps=1e-6):
    rstd = (x.pow(2).mean(-1, keepdim=True) + eps).rsqrt()
    h, D = x * rstd, x.shape[-1]
    return rstd * (dout + h * (dout * h).mean(-1, keepdim=True)), (dout * h).reshape(-1, D).sum(0)
