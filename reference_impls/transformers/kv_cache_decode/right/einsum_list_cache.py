import torch


@torch.no_grad()
def decode_step(q, k_new, v_new, cache):
    cache = [torch.cat(pair, dim=2) for pair in zip(cache, (k_new, v_new))] if cache else [k_new, v_new]
    k, v = cache
    n_past = k.shape[2] - k_new.shape[2]
    pos_q = torch.arange(n_past, k.shape[2]).unsqueeze(1)
    pos_k = torch.arange(k.shape[2]).unsqueeze(0)
    s = torch.einsum("bhid,bhjd->bhij", q * q.shape[-1] ** -0.5, k)
    s = s + torch.zeros_like(s).masked_fill(pos_k > pos_q, -1e9)
    return torch.einsum("bhij,bhjd->bhid", s.softmax(-1), v), cache
