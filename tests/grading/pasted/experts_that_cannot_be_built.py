# problem: mixture-of-experts
# expect: invalid
# says: your class can't be built from x, gate, experts and k
class MoE(nn.Module):
    def __init__(self, d_model, d_ff, num_experts, top_k=2):
        super().__init__()
        self.router, self.top_k = nn.Linear(d_model, num_experts), top_k
        self.experts = nn.ModuleList(nn.Sequential(nn.Linear(d_model, d_ff), nn.ReLU()) for _ in range(num_experts))

    def forward(self, x):
        weights, chosen = self.router(x).topk(self.top_k, dim=-1)
        return weights, chosen
