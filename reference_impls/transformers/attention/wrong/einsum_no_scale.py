# slip: no-scale
import torch
def attention(q,k,v,mask=None):
    s = torch.einsum('bhtd,bhsd->bhts', q, k)
    if mask is not None: s = s.masked_fill(~mask.bool(), -torch.inf)
    p = torch.softmax(s, -1)
    return p@v, p
