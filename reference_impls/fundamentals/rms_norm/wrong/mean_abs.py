# slip: mean-size
def rms_norm(x, weight, eps=1e-6):
    return x / (abs(x).mean(-1, keepdim=True) + eps) * weight
