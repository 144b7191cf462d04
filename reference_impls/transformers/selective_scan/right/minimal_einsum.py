import torch


def selective_scan(u, delta, A, B, C, D, h=None):
    b, l, d_in = u.shape
    n = A.shape[1]
    deltaA = torch.exp(torch.einsum("bld,dn->bldn", delta, A))
    deltaB_u = torch.einsum("bld,bln,bld->bldn", delta, B, u)
    state = torch.zeros((b, d_in, n), device=deltaA.device, dtype=deltaA.dtype) if h is None else h
    ys = []
    for i in range(l):
        state = deltaA[:, i] * state + deltaB_u[:, i]
        ys.append(torch.einsum("bdn,bn->bd", state, C[:, i, :]))
    y = torch.stack(ys, dim=1)
    return y + u * D, state
