# problem: selective-scan
# expect: fail
# says: The problem also asks for h
# not: two shapes
def selective_scan_ref(u, delta, A, B, C, D=None, z=None, delta_bias=None, delta_softplus=False, return_last_state=True):
    """u, delta: (b, l, d); A: (d, n); B, C: (b, l, n)"""
    if delta_bias is not None:
        delta = delta + delta_bias
    if delta_softplus:
        delta = F.softplus(delta)
    b, l, d = u.shape
    n = A.shape[1]
    deltaA = torch.exp(torch.einsum("bld,dn->bldn", delta, A))
    deltaB_u = torch.einsum("bld,bln,bld->bldn", delta, B, u)
    x = u.new_zeros(b, d, n)
    ys = []
    for i in range(l):
        x = deltaA[:, i] * x + deltaB_u[:, i]
        ys.append(torch.einsum("bdn,bn->bd", x, C[:, i]))
    y = torch.stack(ys, dim=1)
    out = y if D is None else y + u * D
    out = out if z is None else out * F.silu(z)
    return (out, x) if return_last_state else out
