# problem: group-norm
# says: your gamma is given as (1, C, 1, 1) and your beta is given as (1, C, 1, 1)
def spatial_groupnorm_forward(x, gamma, beta, G, gn_param):
    """
    Inputs:
    - x: input of shape (N, C, H, W)
    - gamma: gain, of shape (1, C, 1, 1)
    - beta: offset, of shape (1, C, 1, 1)
    - G: number of groups
    """
    N, C, H, W = x.shape
    grouped = x.reshape(N * G, -1)
    mean = grouped.mean(axis=1, keepdims=True)
    var = grouped.var(axis=1, keepdims=True)
    std = np.sqrt(var + gn_param.get("eps", 1e-5))
    x_hat = ((grouped - mean) / std).reshape(N, C, H, W)
    cache = (x_hat, std, gamma, G)
    return x_hat * gamma + beta, cache
