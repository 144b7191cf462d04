# problem: swiglu
# says: your class derives a width that the problem gives
class GatedMLP(nn.Module):
    """Its width goes in and out, so that what leads to another width is not asked."""

    def __init__(self, width, hidden):
        super().__init__()
        self.first, self.last = nn.Linear(width, hidden, bias=False), nn.Linear(hidden, width, bias=False)
        self.second = nn.Linear(width, hidden, bias=False)

    def forward(self, x):
        return self.last(F.silu(self.first(x)) * self.second(x))
