# problem: mixture-of-experts
# expect: invalid
# says: your class can't be built from x, gate, experts and k. MoE has no list of modules in the place of experts.
class MoE(nn.Module):
    def __init__(self, d_model, d_ff, num_experts, top_k=2):
        super().__init__()
        self.router, self.top_k = nn.Linear(d_model, num_experts), top_k
        self.experts = nn.Linear(d_model, num_experts * d_ff)

    def forward(self, x):
        weights, chosen = self.router(x).topk(self.top_k, dim=-1)
        return weights, chosen
