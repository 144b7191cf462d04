# problem: nt-xent
# expect: fail
class ContrastiveTrainer:
    def __init__(self, *args, **kwargs):
        self.args = kwargs["args"]
        self.encoder = kwargs["encoder"].to(self.args.device)
        self.optimizer = kwargs.get("optimizer")
        self.criterion = torch.nn.CrossEntropyLoss().to(self.args.device)

    def loss(self, features):
        same = torch.cat([torch.arange(self.args.batch_size) for _ in range(self.args.n_views)])
        same = (same[:, None] == same[None]).to(self.args.device)
        unit = F.normalize(features, dim=-1)
        cosines = unit @ unit.T
        others = ~torch.eye(len(same), dtype=torch.bool).to(self.args.device)
        same, cosines = same[others].view(len(same), -1), cosines[others].view(len(same), -1)
        near, far = cosines[same].view(len(same), -1), cosines[~same].view(len(same), -1)
        scores = torch.cat([far, near], dim=1) / self.args.temperature
        return self.criterion(scores, torch.zeros(len(scores), dtype=torch.long).to(self.args.device))
