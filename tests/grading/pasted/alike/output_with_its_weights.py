# problem: causal-attention
# says: your code returns 2 results: the first one is graded
class CausalAttention(nn.Module):
    def forward(self, query, key, value):
        T, S = query.size(-2), key.size(-2)
        scores = query @ key.transpose(-2, -1) / query.size(-1) ** 0.5
        future = torch.ones(T, S, dtype=torch.bool, device=query.device).triu(diagonal=S - T + 1)
        weights = scores.masked_fill(future, float("-inf")).softmax(dim=-1)
        return weights @ value, weights
