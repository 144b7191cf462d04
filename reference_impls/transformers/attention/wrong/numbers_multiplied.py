# slip: numbers-multiplied
import torch


def attention(q, k, v, mask=None):
    d = q.shape[-1]
    s = torch.einsum("bhtd,bhsd->bhts", q / d ** 0.5, k)
    if mask is not None:
        if mask.dtype == torch.bool:
            s = s.masked_fill(~mask, float("-inf"))
        else:
            s = s * mask
    p = s.softmax(-1)
    return torch.einsum("bhts,bhse->bhte", p, v), p
