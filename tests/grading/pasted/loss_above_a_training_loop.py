# problem: huber-loss
# says: Huber is graded as huber_loss
class Huber(nn.Module):
    def __init__(self, delta=1.0):
        super().__init__()
        self.delta = delta

    def forward(self, pred, target):
        gap = (pred - target).abs()
        inside = torch.minimum(gap, torch.tensor(self.delta, dtype=gap.dtype))
        return (inside**2 / 2 + self.delta * (gap - inside)).mean()


def train_one(model, loader, epochs=EPOCHS):
    model.to(DEVICE)
    return Huber()
