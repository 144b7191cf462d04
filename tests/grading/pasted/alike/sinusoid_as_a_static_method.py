# problem: timestep-embedding
class TimeEmbedder(nn.Module):
    def __init__(self, width, frequencies=256):
        super().__init__()
        self.frequencies = frequencies
        self.mlp = nn.Sequential(nn.Linear(frequencies, width), nn.SiLU(), nn.Linear(width, width))

    @staticmethod
    def timestep_embedding(t, dim, max_period=10000):
        half = dim // 2
        rates = torch.exp(-math.log(max_period) * torch.arange(half, dtype=torch.float32, device=t.device) / half)
        angles = t[:, None].float() * rates[None]
        out = torch.cat([angles.cos(), angles.sin()], dim=-1)
        return out if dim % 2 == 0 else torch.cat([out, torch.zeros_like(out[:, :1])], dim=-1)

    def forward(self, t):
        return self.mlp(self.timestep_embedding(t, self.frequencies))
