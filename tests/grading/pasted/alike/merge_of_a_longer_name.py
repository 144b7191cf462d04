# problem: lora-linear
# says: LoRA.merge_and_unload is graded as merge
class LoRA(nn.Module):
    def __init__(self, base_layer, r=8, lora_alpha=16):
        super().__init__()
        self.base_layer = base_layer.requires_grad_(False)
        self.scaling = lora_alpha / r
        self.lora_A = nn.Parameter(torch.randn(r, base_layer.in_features) / r)
        self.lora_B = nn.Parameter(torch.zeros(base_layer.out_features, r))

    def forward(self, x):
        return self.base_layer(x) + x @ self.lora_A.T @ self.lora_B.T * self.scaling

    @torch.no_grad()
    def merge_and_unload(self):
        layer = copy.deepcopy(self.base_layer)
        layer.weight += self.lora_B @ self.lora_A * self.scaling
        return layer
