import torch, math
def attention(q, k, v, mask=None):
    B, H, T, d = q.shape; S = k.shape[2]
    s = torch.bmm(q.reshape(B*H, T, d) / math.sqrt(d), k.reshape(B*H, S, d).mT).view(B, H, T, S)
    if mask is not None:
        s = torch.where(mask.bool(), s, torch.tensor(float('-inf'), dtype=s.dtype))
    w = torch.exp(torch.log_softmax(s, dim=-1))
    return torch.matmul(w, v), w
