# problem: rms-norm
class RMSNorm:
    def __init__(s):
        s.dim = -1

    def rms_norm(s, x, weight, eps=1e-6):
        return weight * x / torch.sqrt((x * x).mean(s.dim, keepdim=True) + eps)
