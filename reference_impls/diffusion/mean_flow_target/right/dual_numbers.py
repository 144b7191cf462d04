import torch
import torch.autograd.forward_ad as fwAD


def mean_flow_target(u, x_t, r, t, v):
    with torch.no_grad(), fwAD.dual_level():
        out = u(
            fwAD.make_dual(x_t.detach(), v.detach()),
            r.detach(),
            fwAD.make_dual(t.detach(), torch.ones_like(t)),
        )
        rate = fwAD.unpack_dual(out).tangent
        return v.detach() - torch.einsum("b,b...->b...", t - r, rate)
