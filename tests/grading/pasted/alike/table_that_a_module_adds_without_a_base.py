# problem: sinusoidal-encoding
# expect: fail
# says: right for what it covers
class PositionalEncoding(nn.Module):
    def __init__(self, num_hiddens, dropout, max_len=1000):
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.P = torch.zeros((1, max_len, num_hiddens))
        powers = torch.pow(10000, torch.arange(0, num_hiddens, 2, dtype=torch.float32) / num_hiddens)
        angles = torch.arange(max_len, dtype=torch.float32).reshape(-1, 1) / powers
        self.P[:, :, 0::2], self.P[:, :, 1::2] = torch.sin(angles), torch.cos(angles)

    def forward(self, X):
        return self.dropout(X + self.P[:, : X.shape[1], :])
