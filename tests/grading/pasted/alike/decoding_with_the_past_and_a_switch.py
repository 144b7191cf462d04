# problem: kv-cache-decode
import torch


def attend(query, key, value, layer_past=None, use_cache=True):
    if layer_past is not None:
        past_key, past_value = layer_past
        key = torch.cat((past_key, key), dim=-2)
        value = torch.cat((past_value, value), dim=-2)
    present = (key, value) if use_cache else None
    scores = query @ key.mT / query.size(-1) ** 0.5
    new, total = scores.shape[-2:]
    seen = torch.ones(total, total, dtype=torch.bool).tril()[total - new :]
    return torch.where(seen, scores, torch.finfo(scores.dtype).min).softmax(-1) @ value, present
