# problem: causal-attention
# expect: fail
# says: Your code applies no mask
def causal_attention(q, k, v, causal=False):
    scores = q @ k.mT / math.sqrt(q.shape[-1])
    if causal:
        t, s = scores.shape[-2:]
        scores = scores.masked_fill(~torch.ones(t, s, dtype=torch.bool).tril(s - t), float("-inf"))
    return scores.softmax(dim=-1) @ v
