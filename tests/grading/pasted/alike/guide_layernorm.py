# problem: layer-norm
def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(dim=-1, keepdim=True)
    var = x.var(dim=-1, keepdim=True, unbiased=False)
    return (x - mean) / torch.sqrt(var + eps) * weight + bias

x = torch.randn(4, 10)
ln = nn.LayerNorm(10)
assert torch.allclose(layer_norm(x, ln.weight, ln.bias), ln(x), atol=1e-5), "layer norm mismatch"
