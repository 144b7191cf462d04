# problem: online-softmax
# expect: fail
class OnlineSoftmax:
    def __init__(self):
        self.running_max = None
        self.running_sum = None

    def update(self, block):
        top = block.amax(-1)
        if self.running_max is None:
            self.running_max = torch.full_like(top, -torch.inf)
            self.running_sum = torch.zeros_like(top)
        new_max = torch.maximum(self.running_max, top)
        shift = torch.where(torch.isneginf(new_max), 0.0, new_max)
        pass
        self.running_sum = self.running_sum + torch.exp(block - shift.unsqueeze(-1)).sum(-1)
        self.running_max = new_max

    def finalize(self):
        return self.running_max, self.running_sum
