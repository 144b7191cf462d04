# slip: none
import torch
def attention(q,k,v,mask=None):
    s = torch.einsum('bhtd,bhsd->bhts', q, k) * q.size(-1)**-0.5
    if mask is not None: s = s.masked_fill(~mask.bool(), -torch.inf)
    p = torch.softmax(s, -1).detach()
    return p@v, p
