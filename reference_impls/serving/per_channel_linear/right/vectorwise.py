import torch


def int8_linear(A, B, bias=None):
    """Vector-wise: row constants of both operands, integers in the middle, as libraries for 8-bit layers have it."""
    C = 127.0
    lead = A.shape[:-1]
    A2 = A.reshape(-1, A.shape[-1])
    cA, cB = A2.abs().amax(1), B.abs().amax(1)
    iA, iB = (torch.where(c == 0, torch.zeros_like(c), C / c) for c in (cA, cB))
    CA, CB = torch.round(A2 * iA[:, None]).to(torch.int32), torch.round(B * iB[:, None]).to(torch.int32)
    out32 = torch.matmul(CA, CB.t())
    out = out32.to(A.dtype) * torch.outer(cA, cB) / (C * C)
    if bias is not None:
        out = out.add(bias)
    return out.reshape(*lead, B.shape[0])
