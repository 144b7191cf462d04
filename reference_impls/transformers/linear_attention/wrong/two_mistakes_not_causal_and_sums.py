# slip: none
import torch
import torch.nn.functional as F


def linear_attention(q, k, v, causal=False):
    fq, fk = F.elu(q) + 1, F.elu(k) + 1
    kv = torch.einsum("...sd,...se->...de", fk, v)
    z = fq.sum(-1, keepdim=True) * fk.sum((-1, -2))[..., None, None]
    return torch.einsum("...td,...de->...te", fq, kv) / z
