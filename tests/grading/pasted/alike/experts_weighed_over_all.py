# problem: mixture-of-experts
# expect: fail
# says: softmax over all
class MoELayer(nn.Module):
    def __init__(self, dim, hidden, num_experts, k=2):
        super().__init__()
        self.gate, self.k = nn.Linear(dim, num_experts, bias=False), k
        self.experts = nn.ModuleList(nn.Sequential(nn.Linear(dim, hidden), nn.Linear(hidden, dim)) for _ in range(num_experts))

    def forward(self, x):
        weights, chosen = self.gate(x).softmax(-1).topk(self.k, dim=-1)
        out = torch.zeros_like(x)
        for number, expert in enumerate(self.experts):
            rows, places = torch.where(chosen == number)
            if len(rows):
                out = out.index_add(0, rows, weights[rows, places, None] * expert(x[rows]))
        return out
