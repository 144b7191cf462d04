# problem: mixture-of-experts
class GatedLayer(nn.Module):
    def __init__(self, config: Config) -> None:
        super().__init__()
        self.fc_1 = nn.Linear(config.n_embd, config.intermediate_size, bias=config.bias)
        self.fc_2 = nn.Linear(config.n_embd, config.intermediate_size, bias=config.bias)
        self.proj = nn.Linear(config.intermediate_size, config.n_embd, bias=config.bias)

    def forward(self, x):
        return self.proj(F.silu(self.fc_1(x)) * self.fc_2(x))


class MixtureLayer(nn.Module):
    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        self.gate = nn.Linear(config.n_embd, config.n_expert, bias=False)
        self.experts = nn.ModuleList(GatedLayer(config) for _ in range(config.n_expert))

    def forward(self, x):
        B, T, C = x.size()
        rows = x.view(-1, C)
        best, chosen = torch.topk(self.gate(rows), self.config.n_expert_per_token)
        best = best.softmax(dim=1, dtype=torch.float).to(rows.dtype)
        which = (chosen.unsqueeze(-1) == torch.arange(self.config.n_expert, device=x.device)).permute(2, 0, 1)
        y = torch.zeros_like(rows)
        for mask, expert in zip(which, self.experts):
            token, slot = torch.where(mask)
            if len(token):
                y[token] += best[token, slot, None] * expert(rows[token])
        return y.view(B, T, C)
