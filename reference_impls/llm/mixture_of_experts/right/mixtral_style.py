import torch
import torch.nn.functional as F


def moe_forward(x, gate, experts, k):
    router_logits = x @ gate
    routing_weights = F.softmax(router_logits, dim=1)
    routing_weights, selected = torch.topk(routing_weights, k, dim=-1)
    routing_weights = routing_weights / routing_weights.sum(dim=-1, keepdim=True)
    final = torch.zeros(x.shape, dtype=x.dtype)
    mask = F.one_hot(selected, num_classes=gate.shape[1]).permute(2, 1, 0)
    for idx in range(gate.shape[1]):
        slot, top_x = torch.where(mask[idx])
        if top_x.shape[0] == 0:
            continue
        current = experts[idx](x[top_x]) * routing_weights[top_x, slot, None]
        final.index_add_(0, top_x, current)
    return final
