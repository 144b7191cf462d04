# problem: triplet-loss
# expect: fail
# says: Your code rounds its values to 4 digits after the point.
def triplet_margin_loss(anchor: np.ndarray, positive: np.ndarray, negative: np.ndarray, margin: float = 1.0) -> float:
    near = np.linalg.norm(anchor - positive, axis=-1)
    far = np.linalg.norm(anchor - negative, axis=-1)
    return float(np.round(np.mean(np.maximum(0.0, near - far + margin)), 4))
