# problem: attention
# says: samples and heads in one axis
def scaled_attention(Q, K, V, mask=None):
    batch, n, d_k = Q.shape
    scores = torch.bmm(Q, K.transpose(1, 2)) / math.sqrt(d_k)
    if mask is not None:
        scores = scores.masked_fill(mask == 0, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return torch.bmm(weights, V), weights
