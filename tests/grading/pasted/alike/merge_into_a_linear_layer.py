# problem: lora-linear
# says: LowRankLinear.get_merged_linear is graded as merge
class LowRankLinear(nn.Module):
    def __init__(self, linear, rank=8, alpha=16.0, dropout=0.05):
        super().__init__()
        self.linear = linear
        self.linear.requires_grad_(False)
        self.scale = alpha / rank
        self.down = nn.Parameter(torch.empty(rank, linear.in_features))
        self.up = nn.Parameter(torch.zeros(linear.out_features, rank))
        nn.init.kaiming_uniform_(self.down, a=5**0.5)
        self.drop = nn.Dropout(dropout)

    def forward(self, x):
        return self.linear(x) + self.scale * F.linear(F.linear(self.drop(x), self.down), self.up)

    def get_merged_linear(self):
        merged = nn.Linear(self.linear.in_features, self.linear.out_features, bias=self.linear.bias is not None)
        merged.weight.data = self.linear.weight.data + self.scale * (self.up @ self.down)
        if self.linear.bias is not None:
            merged.bias.data = self.linear.bias.data.clone()
        return merged
