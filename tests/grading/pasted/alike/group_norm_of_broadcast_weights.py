# problem: group-norm
class GroupNorm(nn.Module):
    def __init__(self, channels, groups=8, eps=1e-5):
        super().__init__()
        self.gain = nn.Parameter(torch.ones(1, channels, 1, 1))
        self.shift = nn.Parameter(torch.zeros(1, channels, 1, 1))
        self.groups, self.eps = groups, eps

    def forward(self, x):
        parts = x.reshape(x.size(0), self.groups, -1)
        var, mean = torch.var_mean(parts, dim=-1, keepdim=True, correction=0)
        return ((parts - mean) / (var + self.eps).sqrt()).view_as(x) * self.gain + self.shift
