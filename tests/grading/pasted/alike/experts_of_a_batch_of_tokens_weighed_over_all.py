# problem: mixture-of-experts
# expect: fail
# says: softmax over all
class FeedForward(nn.Module):
    def __init__(self, width, inner):
        super().__init__()
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)

    def forward(self, hidden):
        return self.down(F.gelu(self.up(hidden)))


class SparseFeedForward(nn.Module):
    def __init__(self, width, inner, num_experts, top_k=2):
        super().__init__()
        self.top_k, self.num_experts = top_k, num_experts
        self.router = nn.Linear(width, num_experts, bias=False)
        self.experts = nn.ModuleList(FeedForward(width, inner) for _ in range(num_experts))

    def forward(self, hidden):
        B, T, d = hidden.shape
        tokens = hidden.reshape(B * T, d)
        scores, picked = self.router(tokens).softmax(dim=-1).topk(self.top_k, dim=-1)
        shares, mixed = scores, torch.zeros_like(tokens)
        for index, expert in enumerate(self.experts):
            rows, slot = torch.where(picked == index)
            if rows.numel() == 0:
                continue
            mixed = mixed.index_add(0, rows, shares[rows, slot].unsqueeze(-1) * expert(tokens[rows]))
        usage = self.router(tokens).softmax(dim=-1).mean(dim=0)
        return mixed.reshape(B, T, d), self.num_experts * (usage * usage).sum()
