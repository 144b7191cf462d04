import torch
def decode_step(q, k_new, v_new, cache):
    past = 0 if cache is None else cache[0].shape[2]
    keys = [k_new] if cache is None else [cache[0], k_new]
    vals = [v_new] if cache is None else [cache[1], v_new]
    K, V = torch.cat(keys, -2), torch.cat(vals, -2)
    pos_q = past + torch.arange(q.shape[2]); pos_k = torch.arange(K.shape[2])
    s = torch.einsum("bhqd,bhkd->bhqk", q, K) / q.shape[-1] ** 0.5
    s = s.masked_fill(pos_k[None] > pos_q[:, None], float("-inf"))
    return torch.softmax(s, dim=-1) @ V, (K, V)
