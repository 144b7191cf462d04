from functools import wraps

import torch


def accepts_names(fn):
    @wraps(fn)
    def inner(*args, **kwargs):
        names = ("q", "k", "v", "causal")
        bound = dict(zip(names, args))
        bound.update(kwargs)
        return fn(bound["q"], bound["k"], bound["v"], bound.get("causal", False))
    return inner


@accepts_names
def grouped_query_attention(q, k, v, causal=False):
    n_kv = k.size(1)
    T, S = q.size(2), k.size(2)
    bias = torch.zeros(T, S, dtype=q.dtype, device=q.device)
    if causal:
        bias = torch.full_like(bias, float("-inf")).triu(S - T + 1)

    def per_kv_head(qg, kh, vh):
        # qg (B, G, T, d), kh (B, S, d), vh (B, S, e)
        def per_query_head(qh):
            logits = torch.baddbmm(bias.expand(qh.size(0), T, S), qh, kh.transpose(1, 2),
                                   beta=1.0, alpha=qh.size(-1) ** -0.5)
            return torch.bmm(torch.log_softmax(logits, -1).exp(), vh)
        return torch.vmap(per_query_head, in_dims=1, out_dims=1)(qg)

    qg = q.unflatten(1, (n_kv, -1))
    y = torch.vmap(per_kv_head, in_dims=1, out_dims=1)(qg, k, v)
    return y.flatten(1, 2)
