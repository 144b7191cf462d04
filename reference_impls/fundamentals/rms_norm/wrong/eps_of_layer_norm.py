# slip: default-eps-of-1e-5
def rms_norm(x, weight, eps=1e-5):
    return x / (x.square().mean(-1, keepdim=True) + eps) ** 0.5 * weight
