# problem: kv-cache-decode
def decode(q, k_new, v_new, cache):
    cache["k"].append(k_new)
    cache["v"].append(v_new)
    k, v = torch.cat(cache["k"], dim=2), torch.cat(cache["v"], dim=2)
    T, S = q.size(2), k.size(2)
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.size(-1))
    visible = torch.ones(T, S, dtype=torch.bool).tril(S - T)
    return scores.masked_fill(~visible, float("-inf")).softmax(-1) @ v
