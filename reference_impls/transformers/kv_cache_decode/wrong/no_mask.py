# slip: never-masked
import torch


def decode_step(q, k_new, v_new, cache):
    """Made for one token at a time."""
    if cache is not None:
        k_new = torch.cat([cache[0], k_new], dim=-2)
        v_new = torch.cat([cache[1], v_new], dim=-2)
    w = torch.einsum("bhid,bhjd->bhij", q, k_new) * q.size(-1) ** -0.5
    return torch.einsum("bhij,bhjd->bhid", torch.softmax(w, -1), v_new), (k_new, v_new)
