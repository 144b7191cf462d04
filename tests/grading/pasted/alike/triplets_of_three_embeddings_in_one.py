# problem: triplet-loss
class TripletLoss(nn.Module):
    def __init__(self, distance=lambda x, y: (x - y).norm(dim=-1), triplet_margin: float = 5):
        super().__init__()
        self.distance, self.triplet_margin = distance, triplet_margin

    def forward(self, reps):
        rep_anchor, rep_pos, rep_neg = reps
        return F.relu(self.distance(rep_anchor, rep_pos) - self.distance(rep_anchor, rep_neg) + self.triplet_margin).mean()
