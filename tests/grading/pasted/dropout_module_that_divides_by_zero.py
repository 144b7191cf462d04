# problem: dropout
# expect: fail
# says: divides by 1 - p also at p = 1
class DropoutLayer(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.p = p

    def forward(self, x):
        if self.training:
            x = x * (torch.rand_like(x) > self.p) / (1 - self.p)
        return x
