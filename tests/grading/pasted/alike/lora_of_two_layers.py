# problem: lora-linear
# says: Weights are loaded by their shapes: your down as A; your up as B.
class LoRA(nn.Module):
    def __init__(self, layer, rank=8, alpha=16):
        super().__init__()
        self.layer, self.scale = layer, alpha / rank
        self.down = nn.Linear(layer.in_features, rank, bias=False)
        self.up = nn.Linear(rank, layer.out_features, bias=False)
        nn.init.zeros_(self.up.weight)
        for parameter in layer.parameters():
            parameter.requires_grad = False

    def forward(self, x):
        return self.layer(x) + self.scale * self.up(self.down(x))

    @torch.no_grad()
    def merge(self):
        merged = copy.deepcopy(self.layer)
        merged.weight += self.scale * self.up.weight @ self.down.weight
        return merged
