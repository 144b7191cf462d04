# problem: attention
# expect: invalid
# says: DotProductAttention needs rate, which the problem doesn't give.
class DotProductAttention(nn.Module):
    def __init__(self, rate):
        super().__init__()
        self.dropout = nn.Dropout(rate)

    def forward(self, queries, keys, values, valid_lens=None):
        scores = queries @ keys.transpose(1, 2) / math.sqrt(queries.shape[-1])
        return self.dropout(scores.softmax(-1)) @ values
