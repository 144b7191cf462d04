# problem: mlp-backward
# expect: fail
# says: your MLP goes forward, then backward
class MLP:
    def __init__(self, w1, b1, w2, b2):
        self.w1, self.b1, self.w2, self.b2 = w1, b1, w2, b2

    def forward(self, x):
        self.x, self.h = x, torch.relu(x @ self.w1 + self.b1)
        return self.h @ self.w2 + self.b2

    def backward(self, dout):
        dh = dout @ self.w2.T
        return dh @ self.w1.T, self.x.T @ dh, dh.sum(0), self.h.T @ dout, dout.sum(0)
