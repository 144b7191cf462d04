# problem: mixture-of-experts
# says: router_jitter_noise=0.0
# says: your states is a batch of one
class Expert(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.gate_proj = nn.Linear(config.hidden_size, config.intermediate_size, bias=config.mlp_bias)
        self.down_proj = nn.Linear(config.intermediate_size, config.hidden_size, bias=config.mlp_bias)
        self.act = ACT2FN[config.hidden_act]

    def forward(self, states):
        return self.down_proj(self.act(self.gate_proj(states)))


class SparseBlock(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.number, self.chosen = config.num_local_experts, config.num_experts_per_tok
        self.jitter, self.is_shared_out = config.router_jitter_noise, config.norm_topk_prob
        self.gate = nn.Linear(config.hidden_size, self.number, bias=False)
        self.experts = nn.ModuleList([Expert(config) for _ in range(self.number)])

    def forward(self, states):
        batch, length, width = states.shape
        if self.training and self.jitter > 0:
            states = states * torch.empty_like(states).uniform_(1 - self.jitter, 1 + self.jitter)
        rows = states.view(-1, width)
        router_logits = self.gate(rows)
        shares, picked = F.softmax(router_logits, dim=1, dtype=torch.float).topk(self.chosen, dim=-1)
        if self.is_shared_out:
            shares = shares / shares.sum(dim=-1, keepdim=True)
        shares = shares.to(rows.dtype)
        mixed = torch.zeros_like(rows)
        hits = F.one_hot(picked, num_classes=self.number).permute(2, 1, 0)
        for number in range(self.number):
            slot, row = torch.where(hits[number])
            if row.shape[0] == 0:
                continue
            mixed.index_add_(0, row, self.experts[number](rows[row]) * shares[row, slot, None])
        return mixed.reshape(batch, length, width), router_logits
