# problem: attention-backward
# expect: fail
# says: right for what it covers: 8 of 12 checks
# says: The problem also asks for causal: yours has no such parameter.
def dot_product(q, k, v, mask=None):
    """A boolean mask: True means allowed."""
    scale = q.shape[-1] ** -0.5
    scores = (q @ np.swapaxes(k, -1, -2)) * scale
    scores = scores if mask is None else np.where(mask, scores, -np.inf)
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    weights = weights / weights.sum(-1, keepdims=True)
    return weights @ v, (q, k, v, weights, scale)


def dot_product_backward(dout, cache):
    q, k, v, weights, scale = cache
    dw = dout @ np.swapaxes(v, -1, -2)
    ds = scale * weights * (dw - np.sum(dw * weights, axis=-1, keepdims=True))
    return ds @ k, np.swapaxes(ds, -1, -2) @ q, np.swapaxes(weights, -1, -2) @ dout
