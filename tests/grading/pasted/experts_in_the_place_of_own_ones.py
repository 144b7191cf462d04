# problem: mixture-of-experts
class Expert(nn.Module):
    def __init__(self, n_embd):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(n_embd, 4 * n_embd), nn.GELU(), nn.Linear(4 * n_embd, n_embd))

    def forward(self, x):
        return self.net(x)


class SparseMoE(nn.Module):
    def __init__(self, n_embd, n_experts, top_k):
        super().__init__()
        self.experts = nn.ModuleList([Expert(n_embd) for _ in range(n_experts)])
        self.router, self.top_k = nn.Linear(n_embd, n_experts), top_k

    def forward(self, x):
        logits, chosen = self.router(x).topk(self.top_k, dim=-1)
        weights, out = logits.softmax(-1), torch.zeros_like(x)
        for number, expert in enumerate(self.experts):
            rows, places = torch.where(chosen == number)
            if len(rows):
                out = out.index_add(0, rows, weights[rows, places, None] * expert(x[rows]))
        return out
