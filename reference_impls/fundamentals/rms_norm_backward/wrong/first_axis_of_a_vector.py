# slip: summed-over-the-first-axis-of-a-vector-too
def rms_norm_backward(dout, x, weight, eps=1e-6):
    rms = (x.pow(2).mean(-1, keepdim=True) + eps).sqrt()
    unit = x / rms
    g = dout * weight
    return (g - unit * (g * unit).mean(-1, keepdim=True)) / rms, (dout * unit).sum(0)
