# problem: nt-xent
class NTXent(nn.Module):
    def __init__(self, device, batch_size, temperature, world_size):
        super().__init__()
        self.device, self.batch_size, self.temperature, self.world_size = device, batch_size, temperature, world_size
        self.diagonal = torch.eye(2 * batch_size * world_size, dtype=torch.bool, device=device)

    def forward(self, z_i, z_j):
        z = F.normalize(torch.cat([z_i, z_j]), dim=1)
        if self.world_size > 1:
            z = gather(z)
        scores = (z @ z.T / self.temperature).masked_fill(self.diagonal, float("-inf"))
        n = self.batch_size
        return F.cross_entropy(scores, torch.arange(2 * n).to(self.device).roll(n))
