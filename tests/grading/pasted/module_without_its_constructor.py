# problem: dropout
# expect: error
# says: Dropout doesn't call super().__init__() in its own `__init__`
class Dropout(nn.Module):
    def __init__(self, dropout_rate):
        self.dropout_rate = dropout_rate

    def forward(self, x):
        keep = torch.rand_like(x) >= self.dropout_rate
        return x * keep / max(1 - self.dropout_rate, 1e-9)
