# expect: forbidden, error
# family: tampering
# attempts: the gradients of a perceptron that sklearn trains
# stopped by: withholding
# problem: mlp-backward
import numpy as np
from sklearn.neural_network import MLPRegressor
def mlp_backward(x, w1, b1, w2, b2, dout):
    X, W1, B1, W2, B2, D = (np.asarray(t, dtype=np.float64) for t in (x, w1, b1, w2, b2, dout))
    net = MLPRegressor(activation="relu", alpha=0.0)
    net.n_layers_, net.out_activation_, net.loss = 3, "identity", "squared_error"
    net.n_outputs_ = W2.shape[1]
    net.coefs_, net.intercepts_ = [W1, W2], [B1, B2]
    acts = net._forward_pass([X, None, None])
    out = acts[-1].copy()
    n = len(X)
    deltas = [None, None]
    cg, ig = [np.empty_like(W1), np.empty_like(W2)], [np.empty_like(B1), np.empty_like(B2)]
    try:
        _, cg, ig = net._backprop(X, out - D, None, acts, deltas, cg, ig)
    except TypeError:
        _, cg, ig = net._backprop(X, out - D, acts, deltas, cg, ig)
    return deltas[0] @ W1.T, cg[0] * n, ig[0] * n, cg[1] * n, ig[1] * n
