# problem: mlp-backward
def backprop(X, W1, b1, W2, b2, dscores):
    hidden = np.maximum(0, X @ W1 + b1)
    grads = {"W2": hidden.T @ dscores, "b2": dscores.sum(axis=0)}
    dhidden = (dscores @ W2.T) * (hidden > 0)
    grads["W1"], grads["b1"] = X.T @ dhidden, dhidden.sum(axis=0)
    grads["X"] = dhidden @ W1.T
    return grads
