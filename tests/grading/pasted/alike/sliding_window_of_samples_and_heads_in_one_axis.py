# problem: sliding-window-attention
# says: samples and heads in one axis
def local_attention(queries, keys, values, window):
    batch, length, width = queries.shape
    scores = queries @ keys.transpose(1, 2) / width**0.5
    back = torch.arange(length)[:, None] - torch.arange(length)[None, :]
    scores = scores.masked_fill((back < 0) | (back >= window), float("-inf"))
    return scores.softmax(-1) @ values
