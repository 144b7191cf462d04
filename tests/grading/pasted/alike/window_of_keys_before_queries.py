# problem: sliding-window-attention

def local_attention(keys, queries, values, window):
    scores = queries @ keys.mT / queries.shape[-1] ** 0.5
    place = torch.arange(queries.shape[-2])
    gap = place[:, None] - place[None]
    return scores.masked_fill((gap < 0) | (gap >= window), float("-inf")).softmax(-1) @ values
