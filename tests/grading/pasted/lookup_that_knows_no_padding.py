# problem: embedding
# expect: fail
# says: right for what it covers
# says: The problem also asks for padding_idx
# not: padding row learn
class Lookup(nn.Module):
    def __init__(self, vocab_size, width):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(vocab_size, width) * 0.02)

    def forward(self, ids):
        return self.weight[ids]
