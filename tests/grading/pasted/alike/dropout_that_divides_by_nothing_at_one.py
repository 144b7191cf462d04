# problem: dropout
# expect: error
# says: something is divided by 0
# not: another answer when the same call is made again
class Dropout(nn.Module):
    def __init__(self, pdrop=0.1):
        super().__init__()
        self.pdrop = pdrop

    def forward(self, x):
        if not self.training:
            return x
        return (torch.rand(x.shape) > self.pdrop) * (1 / (1 - self.pdrop)) * x
