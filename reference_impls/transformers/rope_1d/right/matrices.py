import torch, math
def rope_1d(x, theta=10000.0, offset=0):
    T, d = x.shape[-2:]
    R = torch.zeros(T, d, d, dtype=torch.float64)
    for p in range(T):
        for i in range(d // 2):
            a = (offset + p) * theta ** (-2 * i / d)
            R[p, 2*i, 2*i] = R[p, 2*i+1, 2*i+1] = math.cos(a)
            R[p, 2*i, 2*i+1] = -math.sin(a); R[p, 2*i+1, 2*i] = math.sin(a)
    return torch.einsum('tij,...tj->...ti', R, x.double()).to(x.dtype)
