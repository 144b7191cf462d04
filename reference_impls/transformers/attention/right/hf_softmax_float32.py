import torch
import torch.nn.functional as F
def attention(q, k, v, mask=None):
    scores = torch.matmul(q, k.transpose(2, 3)) / (q.shape[-1] ** 0.5)
    if mask is not None:
        scores = scores.masked_fill(mask == 0, float("-inf"))
    attn = F.softmax(scores.float(), dim=-1).type_as(q)
    return torch.matmul(attn, v), attn
