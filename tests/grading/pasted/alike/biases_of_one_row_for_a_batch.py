# problem: alibi-bias
# expect: fail
# says: your batch_size is 1
# says: one row for all queries
def build_biases(length, n_heads, batch_size):
    first = 2 ** (-8 / n_heads)
    slopes = torch.tensor([first ** (i + 1) for i in range(n_heads)])
    rows = slopes[:, None, None] * torch.arange(length)[None, None, :]
    return rows.repeat(batch_size, 1, 1)
