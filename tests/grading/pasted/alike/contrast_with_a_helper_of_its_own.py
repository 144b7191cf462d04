# problem: nt-xent
# says: Contrast is graded as nt_xent
class Contrast(nn.Module):
    def __init__(self, temperature=0.5):
        super().__init__()
        self.temperature = temperature

    def both_views(self, one, other):
        return F.normalize(torch.cat([one, other]), dim=-1)

    def forward(self, one, other):
        views = self.both_views(one, other)
        likeness = views @ views.T / self.temperature
        likeness = likeness.masked_fill(torch.eye(len(views), dtype=torch.bool), float("-inf"))
        return F.cross_entropy(likeness, torch.arange(len(views)).roll(len(one)))
