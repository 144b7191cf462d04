# problem: sinusoidal-encoding
def get_positional_encoding(max_len: int, d_model: int, base: float = 10000.0):
    encodings = torch.zeros(max_len, d_model)
    position = torch.arange(0, max_len, dtype=torch.float32).unsqueeze(1)
    two_i = torch.arange(0, d_model, 2, dtype=torch.float32)
    div_term = torch.exp(two_i * -(math.log(base) / d_model))
    encodings[:, 0::2] = torch.sin(position * div_term)
    encodings[:, 1::2] = torch.cos(position * div_term)
    return encodings

def _test_positional_encoding():
    import matplotlib.pyplot as plt
    plt.plot(get_positional_encoding(100, 20).numpy())
    plt.show()

if __name__ == '__main__':
    _test_positional_encoding()
