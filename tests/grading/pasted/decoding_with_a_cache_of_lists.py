# problem: kv-cache-decode
class KVCache:
    def __init__(self):
        self.keys, self.values = [], []
    def append(self, key, value):
        self.keys.append(key)
        self.values.append(value)
    def get(self):
        return torch.cat(self.keys, dim=2), torch.cat(self.values, dim=2)

def decode(q, k_new, v_new, kv_cache):
    kv_cache.append(k_new, v_new)
    k, v = kv_cache.get()
    T, S = q.size(2), k.size(2)
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.size(-1))
    mask = torch.ones(T, S, dtype=torch.bool).tril(S - T)
    return scores.masked_fill(~mask, float("-inf")).softmax(-1) @ v
