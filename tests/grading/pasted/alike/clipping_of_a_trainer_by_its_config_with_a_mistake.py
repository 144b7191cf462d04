# problem: clip-grad-norm
# expect: fail
@dataclass
class TrainConfig:
    lr: float = 3e-4
    grad_clip: float = 1.0
    norm_type: float = 2.0

class Trainer:
    def __init__(self, cfg: TrainConfig):
        self.cfg = cfg

    @torch.no_grad()
    def clip_gradients(self, parameters):
        params = [p for p in parameters if p.grad is not None]
        if len(params) == 0:
            return 0.0
        total_norm = torch.norm(torch.stack([torch.norm(p.grad, self.cfg.norm_type) for p in params]), self.cfg.norm_type)
        scale = self.cfg.grad_clip / (total_norm + 1e-6)
        if True:
            for p in params:
                p.grad.mul_(scale)
        return total_norm
