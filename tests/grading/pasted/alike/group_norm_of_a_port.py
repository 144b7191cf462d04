# problem: group-norm
# says: your code was called with 1e-05


def group_norm(x, weight, bias, num_groups=32, eps=1e-6):
    """GroupNorm over (B, C, H, W). Computed in fp32."""
    dtype = x.dtype
    B, C, H, W = x.shape
    xf = x.astype(np.float32).reshape(B, num_groups, C // num_groups, H, W)
    mean = np.mean(xf, axis=(2, 3, 4), keepdims=True)
    var = np.mean(np.square(xf - mean), axis=(2, 3, 4), keepdims=True)
    xf = (xf - mean) / np.sqrt(var + eps)
    xf = xf.reshape(B, C, H, W)
    w = weight.astype(np.float32).reshape(1, C, 1, 1)
    b = bias.astype(np.float32).reshape(1, C, 1, 1)
    return (xf * w + b).astype(dtype)
