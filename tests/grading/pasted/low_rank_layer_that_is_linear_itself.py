# problem: lora-linear
# expect: fail
# says: your own weight is base
# says: right for what it covers
class LoRA(nn.Linear):
    def __init__(self, in_dim, out_dim, rank=8, lora_alpha=16, **kwargs):
        super().__init__(in_dim, out_dim, **kwargs)
        self.weight.requires_grad = False
        if self.bias is not None:
            self.bias.requires_grad = False
        self.lora_A = nn.Parameter(torch.empty(rank, in_dim))
        self.lora_B = nn.Parameter(torch.zeros(out_dim, rank))
        nn.init.kaiming_uniform_(self.lora_A, a=5**0.5)
        self.scaling = lora_alpha / rank

    def forward(self, x):
        return F.linear(x, self.weight, self.bias) + self.scaling * (x @ self.lora_A.T @ self.lora_B.T)
