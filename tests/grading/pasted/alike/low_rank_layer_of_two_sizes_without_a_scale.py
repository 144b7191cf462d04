# problem: lora-linear
# expect: fail
class LoRALayer(nn.Module):
    def __init__(self, in_features, out_features, r=8, alpha=16, bias=True):
        super().__init__()
        self.linear = nn.Linear(in_features, out_features, bias=bias)
        for parameter in self.linear.parameters():
            parameter.requires_grad = False
        self.lora_A = nn.Parameter(torch.randn(r, in_features) / r)
        self.lora_B = nn.Parameter(torch.zeros(out_features, r))
        self.scaling = alpha / r

    def forward(self, x):
        return self.linear(x) +  (x @ self.lora_A.T @ self.lora_B.T)

    @torch.no_grad()
    def merge(self):
        merged = nn.Linear(self.linear.in_features, self.linear.out_features, bias=self.linear.bias is not None)
        merged.weight.copy_(self.linear.weight + self.scaling * self.lora_B @ self.lora_A)
        if merged.bias is not None:
            merged.bias.copy_(self.linear.bias)
        return merged
