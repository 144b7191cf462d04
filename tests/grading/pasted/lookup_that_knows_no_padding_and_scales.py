# problem: embedding
# expect: fail
# not: right for what it covers
class Lookup(nn.Module):
    def __init__(self, vocab_size, width):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(vocab_size, width) * 0.02)

    def forward(self, ids):
        return self.weight[ids] * self.weight.shape[1] ** 0.5
