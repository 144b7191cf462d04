# problem: causal-attention
def scaled_attention(q, k, v, is_causal=False):
    scores = q @ k.mT / math.sqrt(q.shape[-1])
    if is_causal:
        hidden = torch.ones(scores.shape[-2:], dtype=torch.bool, device=q.device).triu(1 + k.shape[-2] - q.shape[-2])
        scores = scores.masked_fill(hidden, -torch.inf)
    return scores.softmax(-1) @ v
