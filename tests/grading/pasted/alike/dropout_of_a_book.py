# problem: dropout
class Dropout:
    def __init__(self, dropout_ratio=0.5):
        self.dropout_ratio = dropout_ratio
        self.mask = None

    def forward(self, x, train_flg=True):
        if not train_flg:
            return x
        self.mask = np.random.rand(*x.shape) >= self.dropout_ratio
        return x * self.mask / max(1.0 - self.dropout_ratio, 1e-9)

    def backward(self, dout):
        return dout * self.mask
