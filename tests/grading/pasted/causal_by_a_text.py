# problem: grouped-query-attention
# says: your mask is "causal" where causal is true
def grouped_attention(query, key, value, scale=None, mask=None):
    groups = query.shape[1] // key.shape[1]
    key, value = (one.repeat_interleave(groups, dim=1) for one in (key, value))
    scores = query @ key.mT * (query.shape[-1] ** -0.5 if scale is None else scale)
    if isinstance(mask, str) and mask == "causal":
        hidden = torch.ones(scores.shape[-2:], dtype=torch.bool).triu(scores.shape[-1] - scores.shape[-2] + 1)
        scores = scores.masked_fill(hidden, -torch.inf)
    elif mask is not None:
        scores = scores + mask
    return scores.softmax(-1) @ value
