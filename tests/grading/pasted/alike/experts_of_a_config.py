# problem: mixture-of-experts
# expect: invalid
# says: your class can't be built from x, gate, experts and k
# says: is made of config, which the problem doesn't give.
class SparseMoE(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.chosen = config.chosen
        self.router = nn.Linear(config.width, config.n_experts, bias=False)
        self.experts = nn.ModuleList(nn.Linear(config.width, config.width) for _ in range(config.n_experts))

    def forward(self, x):
        weights, places = self.router(x).softmax(-1).topk(self.chosen, dim=-1)
        return sum(weights[..., :1] * expert(x) for expert in self.experts)
