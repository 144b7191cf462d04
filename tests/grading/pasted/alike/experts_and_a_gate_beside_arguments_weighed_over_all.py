# problem: mixture-of-experts
# expect: fail
# says: softmax over all
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
        scores, picked = torch.topk(F.softmax(self.gate(inputs), dim=1), self.args.num_experts_per_tok)
        shares = scores
        mixed = torch.zeros_like(inputs)
        for number, expert in enumerate(self.experts):
            rows, place = torch.where(picked == number)
            if len(rows):
                mixed[rows] += shares[rows, place, None] * expert(inputs[rows])
        return mixed
