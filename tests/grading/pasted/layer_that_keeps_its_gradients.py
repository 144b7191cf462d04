# problem: batch-norm-backward
# says: your BatchNorm goes forward, then backward
class BatchNorm:
    def __init__(self, num_features, decay=0.9, eps=1e-5):
        self.eps, self.decay = eps, decay
        self.W, self.B = np.ones((1, num_features, 1, 1)), np.zeros((1, num_features, 1, 1))
        self.mean_seen, self.var_seen = np.zeros((1, num_features, 1, 1)), np.ones((1, num_features, 1, 1))

    def forward(self, X, eval=False):
        mean, var = (f(X, axis=(0, 2, 3), keepdims=True) for f in (np.mean, np.var))
        self.mean_seen = self.decay * self.mean_seen + (1 - self.decay) * mean
        self.var_seen = self.decay * self.var_seen + (1 - self.decay) * var
        self.root = np.sqrt(var + self.eps)
        self.normal = (X - mean) / self.root
        return self.W * self.normal + self.B

    def backward(self, dZ):
        self.dLdW = (dZ * self.normal).sum(axis=(0, 2, 3), keepdims=True)
        self.dLdB = dZ.sum(axis=(0, 2, 3), keepdims=True)
        each = dZ * self.W
        mean, along = (v.mean(axis=(0, 2, 3), keepdims=True) for v in (each, each * self.normal))
        return (each - mean - self.normal * along) / self.root
