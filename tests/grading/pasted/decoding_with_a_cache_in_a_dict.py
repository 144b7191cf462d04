# problem: kv-cache-decode
# says: your cache is a dict
def decode(q, k_new, v_new, cache):
    if cache is not None:
        k_new = torch.cat([cache["k"], k_new], dim=2)
        v_new = torch.cat([cache["v"], v_new], dim=2)
    T, S = q.size(2), k_new.size(2)
    scores = q @ k_new.transpose(-2, -1) / math.sqrt(q.size(-1))
    mask = torch.ones(T, S, dtype=torch.bool).tril(S - T)
    return scores.masked_fill(~mask, float("-inf")).softmax(-1) @ v_new, {"k": k_new, "v": v_new}
