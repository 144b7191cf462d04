# problem: embedding
# expect: fail
class Lookup(nn.Module):
    def __init__(self, vocab_size, dim, padding_idx=None):
        super().__init__()
        self.padding_idx = padding_idx
        self.weight = nn.Parameter(torch.randn(vocab_size, dim))
        if padding_idx is not None:
            self.weight.register_hook(self.without_padding)

    def without_padding(self, grad):
        mask = torch.ones_like(grad)
        mask[self.padding_idx - 1] = 0
        return grad * mask

    def forward(self, ids):
        return self.weight[ids]
