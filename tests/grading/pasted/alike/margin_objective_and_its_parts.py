# problem: svm-objective
# says: your code returns 2 results: the first one is graded
from dataclasses import dataclass

import numpy as np


@dataclass
class SoftMargin:
    C: float = 1.0


def primal(w, b, X, y, cfg: SoftMargin):
    slack = np.clip(1 - y * (X @ w - b), 0, None)
    parts = {"norm": 0.5 * float(w @ w), "hinge": float(slack.sum())}
    return parts["norm"] + cfg.C * parts["hinge"], parts
