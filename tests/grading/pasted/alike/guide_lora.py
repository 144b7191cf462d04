# problem: lora-linear
# expect: fail
# says: right for what it covers
# says: The problem also asks for merge(): your class has no such method.
class LoRALinear(nn.Module):
    def __init__(self, base: nn.Linear, rank=8, alpha=16):
        super().__init__()
        self.base = base
        for p in self.base.parameters():
            p.requires_grad = False
        self.A = nn.Parameter(torch.empty(rank, base.in_features))
        self.B = nn.Parameter(torch.zeros(base.out_features, rank))
        nn.init.kaiming_uniform_(self.A, a=math.sqrt(5))
        self.scaling = alpha / rank

    def forward(self, x):
        return self.base(x) + self.scaling * (x @ self.A.T @ self.B.T)

layer = LoRALinear(nn.Linear(16, 32), rank=4)
trainable = [n for n, p in layer.named_parameters() if p.requires_grad]
print(trainable)
