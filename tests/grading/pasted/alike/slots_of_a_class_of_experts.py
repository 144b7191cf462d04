# problem: moe-capacity-dispatch
class CapacityDispatcher:
    def __init__(self, num_experts, capacity):
        self.num_experts = num_experts
        self.capacity = capacity

    def __call__(self, expert_ids):
        num_tokens, top_k = expert_ids.shape
        slots = torch.full((num_tokens, top_k), -1, dtype=torch.long)
        buffers = torch.full((self.num_experts, self.capacity), -1, dtype=torch.long)
        load = [0] * self.num_experts
        for choice in range(top_k):
            for token in range(num_tokens):
                e = int(expert_ids[token, choice])
                if load[e] < self.capacity:
                    slots[token, choice] = load[e]
                    buffers[e, load[e]] = token
                    load[e] += 1
        return slots, buffers
