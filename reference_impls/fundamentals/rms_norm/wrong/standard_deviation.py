# slip: standard-deviation-plus-eps
def rms_norm(x, weight, eps=1e-6):
    return weight * x / (x.std(-1, keepdim=True) + eps)
