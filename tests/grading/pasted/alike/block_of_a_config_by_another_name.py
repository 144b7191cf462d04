# problem: residual-block
# not: others may be meant
from dataclasses import dataclass


@dataclass
class Widths:
    width: int
    act: str = "relu"


class Block(nn.Module):
    def __init__(self, cfg: Widths):
        super().__init__()
        self.act = getattr(F, cfg.act)
        self.conv1 = nn.Conv2d(cfg.width, cfg.width, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(cfg.width)
        self.conv2 = nn.Conv2d(cfg.width, cfg.width, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(cfg.width)

    def forward(self, x):
        return self.act(x + self.bn2(self.conv2(self.act(self.bn1(self.conv1(x))))))
