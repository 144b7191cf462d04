# problem: sinusoidal-encoding
class Encoding:
    def __init__(self, seq_len, d_model, base=10000.0):
        self.seq_len, self.d_model, self.base = seq_len, d_model, base

    def get_encoding(self):
        angles = np.arange(self.seq_len)[:, None] / self.base ** (np.arange(0, self.d_model, 2) / self.d_model)
        table = np.zeros((self.seq_len, self.d_model))
        table[:, 0::2], table[:, 1::2] = np.sin(angles), np.cos(angles)
        return table
