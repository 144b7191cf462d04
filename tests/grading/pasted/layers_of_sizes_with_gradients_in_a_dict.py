# problem: mlp-backward
# says: your TwoLayerNet goes forward, then backward
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, std=1e-2):
        self.W1, self.b1 = std * np.random.randn(input_size, hidden_size), np.zeros(hidden_size)
        self.W2, self.b2 = std * np.random.randn(hidden_size, output_size), np.zeros(output_size)
        self.grads = {}

    def forward(self, X):
        self.X, self.Z = X, X @ self.W1 + self.b1
        self.H = np.maximum(self.Z, 0)
        return self.H @ self.W2 + self.b2

    def backward(self, dout):
        self.grads["W2"], self.grads["b2"] = self.H.T @ dout, dout.sum(axis=0)
        dZ = (dout @ self.W2.T) * (self.Z > 0)
        self.grads["W1"], self.grads["b1"] = self.X.T @ dZ, dZ.sum(axis=0)
        return dZ @ self.W1.T
