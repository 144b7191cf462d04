# problem: mlp-backward
# says: your Network goes forward, then backward
class Dense:
    def __init__(self, n_in, n_out):
        self.weights, self.biases = 0.1 * np.random.randn(n_in, n_out), np.zeros((1, n_out))

    def forward(self, inputs):
        self.inputs = inputs
        return inputs @ self.weights + self.biases

    def backward(self, dvalues):
        self.dweights = self.inputs.T @ dvalues
        self.dbiases = dvalues.sum(axis=0, keepdims=True)
        return dvalues @ self.weights.T


class ReLU:
    def forward(self, inputs):
        self.inputs = inputs
        return np.maximum(0, inputs)

    def backward(self, dvalues):
        return np.where(self.inputs > 0, dvalues, 0)


class Network:
    def __init__(self, n_in, n_hidden, n_out):
        self.layers = [Dense(n_in, n_hidden), ReLU(), Dense(n_hidden, n_out)]

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, dout):
        for layer in reversed(self.layers):
            dout = layer.backward(dout)
        return dout
