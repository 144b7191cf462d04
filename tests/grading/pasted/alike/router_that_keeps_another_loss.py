# problem: moe-router
# expect: fail
class Router(torch.nn.Module):
    def __init__(self, num_experts, top_k=2):
        super().__init__()
        self.num_experts, self.top_k = num_experts, top_k

    def forward(self, logits):
        best, topk_indices = logits.topk(self.top_k, dim=-1)
        shares = F.one_hot(topk_indices[:, 0], self.num_experts).to(logits.dtype).mean(0)
        self.aux_loss = self.num_experts * (shares * logits.softmax(-1).mean(0)).sum()
        return topk_indices, best.softmax(-1)
