# slip: no-weight
def rms_norm(x, weight, eps=1e-6):
    return x * (x.square().mean(-1, keepdim=True) + eps) ** -0.5
