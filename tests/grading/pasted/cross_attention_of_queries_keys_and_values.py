# problem: cross-attention
# not: also needs
class MultiHeadAttentionBlock(nn.Module):
    def __init__(self, d_model, d_context, h, dropout=0.0):
        super().__init__()
        assert d_model % h == 0, "the heads must divide the width"
        self.h, self.dropout = h, nn.Dropout(dropout)
        self.w_q, self.w_o = nn.Linear(d_model, d_model), nn.Linear(d_model, d_model)
        self.w_k, self.w_v = nn.Linear(d_context, d_model), nn.Linear(d_context, d_model)

    def forward(self, q, k, v, mask):
        q, k, v = (
            one.unflatten(-1, (self.h, -1)).transpose(1, 2) for one in (self.w_q(q), self.w_k(k), self.w_v(v))
        )
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
        if mask is not None:
            scores = scores.masked_fill(mask == 0, -1e9)
        return self.w_o((self.dropout(scores.softmax(-1)) @ v).transpose(1, 2).flatten(2))
