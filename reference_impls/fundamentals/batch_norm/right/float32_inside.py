import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    kind = x.dtype
    x, gamma, beta = x.float(), gamma.float(), beta.float()
    rm, rv = running_mean.float(), running_var.float()
    if training:
        m = x.mean(dim=[0, 2, 3], keepdim=True)
        v = x.var(dim=[0, 2, 3], keepdim=True, correction=0)
        n = x.numel() / x.size(1)
        out_m = (1.0 - momentum) * rm + momentum * m.squeeze((0, 2, 3))
        out_v = (1.0 - momentum) * rv + momentum * v.squeeze((0, 2, 3)) * (n / (n - 1.0))
    else:
        m, v = rm.view(1, -1, 1, 1), rv.view(1, -1, 1, 1)
        out_m, out_v = rm, rv
    y = (x - m) / torch.sqrt(v + eps)
    y = y * gamma.view(1, -1, 1, 1) + beta.view(1, -1, 1, 1)
    return y.to(kind), out_m.to(kind), out_v.to(kind)
