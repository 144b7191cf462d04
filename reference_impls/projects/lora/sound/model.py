"""A classifier of three linear layers."""

from torch import Tensor, nn


class Classifier(nn.Module):
    """Vectors to logits of their class."""

    def __init__(self, width: int, classes: int, hidden: int = 64) -> None:
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(width, hidden), nn.Linear(hidden, hidden), nn.Linear(hidden, classes)])

    def forward(self, x: Tensor) -> Tensor:
        """Vectors (B, width) to logits (B, classes)."""
        for layer in self.layers[:-1]:
            x = layer(x).relu()
        return self.layers[-1](x)
