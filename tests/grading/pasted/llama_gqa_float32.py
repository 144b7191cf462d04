# problem: grouped-query-attention
def repeat_kv(x, n_rep):
    b, h, s, d = x.shape
    return x[:, :, None].expand(b, h, n_rep, s, d).reshape(b, h * n_rep, s, d)

def grouped_query_attention(query_states, key_states, value_states, is_causal=False):
    n_rep = query_states.shape[1] // key_states.shape[1]
    k, v = repeat_kv(key_states, n_rep), repeat_kv(value_states, n_rep)
    w = torch.matmul(query_states, k.transpose(2, 3)) / math.sqrt(query_states.shape[-1])
    if is_causal:
        T, S = w.shape[-2:]
        w = w.masked_fill(torch.ones(T, S, dtype=torch.bool, device=w.device).triu(S - T + 1), float("-inf"))
    w = nn.functional.softmax(w, dim=-1, dtype=torch.float32).to(query_states.dtype)
    return torch.matmul(w, v)
