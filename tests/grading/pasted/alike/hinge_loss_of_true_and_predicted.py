# problem: hinge-loss
# says: NumPy answer
def hinge(y_true: np.ndarray, y_pred: np.ndarray) -> float:
    if np.any((y_true != -1) & (y_true != 1)):
        raise ValueError("labels are -1 or 1")
    return np.mean(np.maximum(0, 1.0 - y_true * y_pred))
