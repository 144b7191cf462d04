# problem: attention
# expect: fail
class Attention(nn.Module):
    def __init__(self, num_tokens):
        super().__init__()
        self.scale = num_tokens**-0.5

    def forward(self, q, k, v, mask=None):
        scores = q @ k.transpose(-2, -1) * self.scale
        if mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        weights = scores.softmax(dim=-1)
        return weights @ v, weights
