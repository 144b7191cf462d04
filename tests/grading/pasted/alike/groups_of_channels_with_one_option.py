# problem: group-norm
# says: given in your gn_param: eps
def groupnorm_of_a_course(x, scale, shift, G, gn_param):
    eps = gn_param.get("eps", 1e-5)
    n, c, h, w = x.shape
    parts = x.reshape(n, G, c // G * h * w)
    parts = parts - parts.mean(2, keepdims=True)
    parts = parts / np.sqrt((parts**2).mean(2, keepdims=True) + eps)
    back = parts.reshape(n, c, h, w)
    return scale[None, :, None, None] * back + shift[None, :, None, None], (parts, G)
