# slip: none
def rms_norm(x, weight, eps=1e-6):
    x /= (x.pow(2).mean(-1, keepdim=True) + eps).sqrt()
    return x * weight
