# problem: mixture-of-experts
@dataclass
class MoeArgs:
    num_experts: int
    num_experts_per_tok: int

class MoeLayer(nn.Module):
    def __init__(self, experts: List[nn.Module], gate: nn.Module, moe_args: MoeArgs):
        super().__init__()
        assert len(experts) > 0
        self.experts = nn.ModuleList(experts)
        self.gate = gate
        self.args = moe_args
    def forward(self, inputs):
        scores, picked = torch.topk(self.gate(inputs), self.args.num_experts_per_tok)
        shares = F.softmax(scores, dim=1)
        mixed = torch.zeros_like(inputs)
        for number, expert in enumerate(self.experts):
            rows, place = torch.where(picked == number)
            if len(rows):
                mixed[rows] += shares[rows, place, None] * expert(inputs[rows])
        return mixed
