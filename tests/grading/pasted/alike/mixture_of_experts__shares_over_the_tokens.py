# problem: mixture-of-experts
# expect: fail
# says: over the tokens
class SparseLayer(nn.Module):
    def __init__(self, experts: List[nn.Module], gate: nn.Module, moe_args):
        super().__init__()
        assert len(experts) > 0
        self.experts = nn.ModuleList(experts)
        self.gate = gate
        self.args = moe_args

    def forward(self, x):
        scores, chosen = torch.topk(self.gate(x), self.args.num_experts_per_tok)
        share = scores.softmax(dim=0)
        total = torch.zeros_like(x)
        for number, expert in enumerate(self.experts):
            row, choice = torch.where(chosen == number)
            if len(row):
                total[row] += share[row, choice, None] * expert(x[row])
        return total
