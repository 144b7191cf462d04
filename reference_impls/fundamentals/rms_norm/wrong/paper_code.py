# slip: eps-outside-root
def rms_norm(x, weight, eps=1e-6):
    d = x.shape[-1]
    norm_x = x.norm(2, dim=-1, keepdim=True)
    rms_x = norm_x * d ** (-1.0 / 2)
    return weight * (x / (rms_x + eps))
