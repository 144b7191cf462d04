# problem: layer-norm
# expect: fail
# says: Your code rounds its values to 5 digits after the point.
def layer_normalization(X, gamma, beta, epsilon=1e-5):
    mean = np.mean(X, axis=-1, keepdims=True)
    var = np.var(X, axis=-1, keepdims=True)
    return np.round(gamma * (X - mean) / np.sqrt(var + epsilon) + beta, 5)
