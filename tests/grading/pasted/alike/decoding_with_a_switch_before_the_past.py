# problem: kv-cache-decode
def step(q, k, v, use_cache=True, past_kv=None):
    if past_kv is not None:
        k, v = torch.cat([past_kv[0], k], -2), torch.cat([past_kv[1], v], -2)
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    later = torch.ones(scores.shape[-2:], dtype=torch.bool).triu(k.shape[-2] - q.shape[-2] + 1)
    return scores.masked_fill(later, float("-inf")).softmax(-1) @ v, ((k, v) if use_cache else None)
