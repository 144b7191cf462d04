"""Objective of the soft-margin support vector machine (Cortes & Vapnik 1995; Hastie et al. 2009, eq. 12.8).

    L(w, b) = ½ ‖w‖² + C Σ_i max(0, 1 - y_i (w·x_i - b)),    y_i ∈ {-1, +1}

The slack ξ_i = max(0, 1 - y_i f(x_i)) is what point i lacks to the margin: 0 beyond it, up to 1 inside it on the right side,
above 1 if misclassified. ½‖w‖² stands for the width of the margin, 2/‖w‖; b moves the plane and is not penalized. The sum, not
a mean: with more data the penalty weighs less. The sign of b is a convention: here the plane is w·x = b.

Shapes: w (D,), b and c numbers, x (N,D), y (N,). Returns: a number.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def svm_objective(w: NDArray[Any], b: float, x: NDArray[Any], y: NDArray[Any], c: float) -> Any:
    """Half the squared weights plus c times the total slack."""
    scores = x @ w - b  # (N,)
    slack = np.maximum(0, 1 - y * scores)  # (N,)
    return 0.5 * (w @ w) + c * slack.sum()
