# slip: none
def layer_norm(x, gamma, beta, eps=1e-5):
    """eps as a floor of the standard deviation."""
    std = x.std(-1, unbiased=False, keepdim=True).clamp(min=eps)
    return (x - x.mean(-1, keepdim=True)) / std * gamma + beta
