# problem: selective-scan
# expect: fail
# says: right for what it covers
def scan_reference(u, delta, A, B, C, D=None, z=None, return_last_state=False):
    """u, delta: r(B D L), A: r(D N), B, C: r(B N L)."""
    state, out = u.new_zeros(len(u), *A.shape), []
    for i in range(u.shape[2]):
        step = delta[:, :, i].unsqueeze(-1)
        state = torch.exp(step * A) * state + step * B[:, :, i].unsqueeze(1) * u[:, :, i].unsqueeze(-1)
        out.append(torch.einsum("bdn,bn->bd", state, C[:, :, i]))
    y = torch.stack(out, dim=2)
    y = y if D is None else y + u * D.unsqueeze(-1)
    y = y if z is None else y * F.silu(z)
    return (y, state) if return_last_state else y
