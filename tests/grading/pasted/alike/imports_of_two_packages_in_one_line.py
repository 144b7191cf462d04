# problem: rms-norm
# says: not imported, since the solution does without: triton
import torch, triton
import triton.language as tl


def rms_norm(x, weight, eps=1e-6):
    full = x.float()
    scale = torch.rsqrt((full * full).mean(dim=-1, keepdim=True) + eps)
    return (full * scale).type_as(x) * weight
