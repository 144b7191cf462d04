# problem: cross-attention
@dataclass
class CrossAttentionConfig:
    hidden_size: int = 768
    encoder_hidden_size: int = 768
    num_attention_heads: int = 12


class BertCrossAttention(nn.Module):
    def __init__(self, config: CrossAttentionConfig):
        super().__init__()
        if config.hidden_size % config.num_attention_heads:
            raise ValueError("the heads must divide the hidden size")
        self.heads = config.num_attention_heads
        self.query = nn.Linear(config.hidden_size, config.hidden_size)
        self.key = nn.Linear(config.encoder_hidden_size, config.hidden_size)
        self.value = nn.Linear(config.encoder_hidden_size, config.hidden_size)
        self.dense = nn.Linear(config.hidden_size, config.hidden_size)

    def split(self, x):
        return x.view(*x.shape[:2], self.heads, -1).permute(0, 2, 1, 3)

    def forward(self, hidden_states, encoder_hidden_states, encoder_attention_mask=None, output_attentions=False):
        q, k, v = self.query(hidden_states), self.key(encoder_hidden_states), self.value(encoder_hidden_states)
        q, k, v = self.split(q), self.split(k), self.split(v)
        scores = q @ k.transpose(-1, -2) / math.sqrt(q.size(-1))
        if encoder_attention_mask is not None:
            scores = scores.masked_fill(encoder_attention_mask == 0, float("-inf"))
        probs = scores.softmax(-1)
        context = self.dense((probs @ v).permute(0, 2, 1, 3).flatten(2))
        return (context, probs) if output_attentions else context
