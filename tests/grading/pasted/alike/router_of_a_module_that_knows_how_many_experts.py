# problem: moe-router
class Router(nn.Module):
    def __init__(self, num_experts: int, experts_per_token: int):
        super().__init__()
        self.num_experts, self.experts_per_token = num_experts, experts_per_token

    def forward(self, router_logits):
        best, chosen = router_logits.topk(self.experts_per_token, dim=-1)
        share = torch.bincount(chosen.flatten(), minlength=self.num_experts) / chosen.numel()
        aux = self.num_experts * share @ router_logits.softmax(-1).mean(0)
        return {"weights": best.softmax(-1), "experts": chosen, "aux_loss": aux}
