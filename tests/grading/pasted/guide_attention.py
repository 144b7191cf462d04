# problem: attention
def scaled_dot_product_attention(q, k, v, mask=None):
    """q, k, v: (B, H, T, d)"""
    d_k = q.size(-1)
    scores = torch.matmul(q, k.transpose(-2, -1)) / math.sqrt(d_k)
    if mask is not None:
        scores = scores.masked_fill(mask == 0, float("-inf"))
    weights = F.softmax(scores, dim=-1)
    return torch.matmul(weights, v), weights

# quick check against PyTorch
q = k = v = torch.randn(2, 4, 5, 8)
out, w = scaled_dot_product_attention(q, k, v)
ref = F.scaled_dot_product_attention(q, k, v)
print("max diff:", (out - ref).abs().max())
assert torch.allclose(out, ref, atol=1e-5)
