# problem: affine-coupling
# expect: fail
# says: affine_coupling is graded as coupling_inverse
def affine_coupling(x, net, inverse=False):
    kept, moved = x.chunk(2, dim=1)
    s, t = net(kept).chunk(2, dim=1)
    if inverse:
        moved = (moved - t) * torch.exp(-s)
    else:
        moved = moved * torch.exp(s) + t
    return torch.cat([kept, moved], dim=1), s.sum(dim=1)
