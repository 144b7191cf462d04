# problem: causal-attention
# expect: error
# says: two shapes don't fit
def causal_self_attention(q, k, v):
    B, nh, T, hs = q.size()
    att = (q @ k.transpose(-2, -1)) * (1.0 / math.sqrt(k.size(-1)))
    mask = torch.tril(torch.ones(T, T, device=q.device)).view(1, 1, T, T)
    att = att.masked_fill(mask == 0, float('-inf'))
    att = F.softmax(att, dim=-1)
    y = att @ v
    return y
