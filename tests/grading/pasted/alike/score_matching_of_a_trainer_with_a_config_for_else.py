# problem: dsm-loss
# says: NCSNTrainer.loss is graded as dsm_loss
@dataclass
class NCSNConfig:
    anneal_power: float = 2.0
    n_steps: int = 100
class NCSNTrainer:
    def __init__(self, score_net, config: NCSNConfig):
        self.score_net, self.config = score_net, config
    def loss(self, batch, sigma):
        s = sigma if not torch.is_tensor(sigma) else sigma.view(-1, *[1] * (batch.dim() - 1))
        noise = torch.randn_like(batch)
        out = self.score_net(batch + s * noise, sigma)
        return 0.5 * ((s * out + noise) ** 2).flatten(1).sum(1).mean()
