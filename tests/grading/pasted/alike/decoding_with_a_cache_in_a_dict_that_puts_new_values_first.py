# problem: kv-cache-decode
# expect: fail
def decode(q, k_new, v_new, cache):
    if "k" in cache:
        cache["k"] = torch.cat([cache["k"], k_new], dim=2)
        cache["v"] = torch.cat([v_new, cache["v"]], dim=2)
    else:
        cache["k"], cache["v"] = k_new, v_new
    k, v = cache["k"], cache["v"]
    T, S = q.size(2), k.size(2)
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.size(-1))
    mask = torch.ones(T, S, dtype=torch.bool).tril(S - T)
    return scores.masked_fill(~mask, float("-inf")).softmax(-1) @ v
